package propria.inference.posterior;

/// What priors add to a likelihood.
final class Priors {

    private Priors() {
    }

    static Evaluation add(ParameterSpace space, double[] point, Evaluation likelihood, double prior) {
        double[] gradient = likelihood.gradient().clone();
        double[][] information = copy(likelihood.information());
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += space.parameters().get(i).slopeOfLogPrior(point[i]);
        }
        for (int i = 0; i < information.length; i++) {
            information[i][i] += space.parameters().get(i).priorInformation(point[i]);
        }
        return new Evaluation(likelihood.value() + prior, gradient, information);
    }

    static Evaluation addVolume(ParameterSpace space, double[] point, Evaluation posterior) {
        double[] gradient = posterior.gradient().clone();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += space.parameters().get(i).slopeOfLogVolume(point[i]);
        }
        return new Evaluation(posterior.value() + space.logVolume(point), gradient, posterior.information());
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
