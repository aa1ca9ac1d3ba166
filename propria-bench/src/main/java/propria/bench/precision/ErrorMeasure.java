package propria.bench.precision;

/// How far a recorded course is from a reference: of every state at every time the difference, divided by
/// `|reference| + floor`, which is the weight that relative and absolute tolerance give it. An error of 1e-6 is what a
/// relative tolerance of 1e-6 asks for, if a solver kept the global error at the local tolerance.
///
/// @param columns how many numbers are recorded at a time
/// @param floors for each of the first columns, which are the states, the floor in the unit of the output
record ErrorMeasure(int columns, double[] floors) {

    /// @param rootMeanSquare over states and times
    /// @param largest of all states and times
    record Error(double rootMeanSquare, double largest) {
    }

    Error of(double[] values, double[] reference) {
        double sum = 0;
        double largest = 0;
        int count = 0;
        for (int row = 0; row < values.length / columns; row++) {
            for (int i = 0; i < floors.length; i++) {
                int k = row * columns + i;
                double error = Math.abs(values[k] - reference[k]) / (Math.abs(reference[k]) + floors[i]);
                if (Double.isNaN(error)) {
                    return new Error(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
                }
                sum += error * error;
                largest = Math.max(largest, error);
                count++;
            }
        }
        return new Error(Math.sqrt(sum / Math.max(1, count)), largest);
    }
}
