package propria.trial.course;

import java.util.List;

/// The courses of the same virtual patients under every arm: simulated once, read by as many trials as wanted.
///
/// Two levels, never mixed: a draw is one belief about the model's parameters (uncertainty), the patients of a draw are
/// people who differ (variability). Patient `p` of draw `d` is the same person in every arm. What is kept are states and
/// latent activity, before any reading: noise of assays, diaries and readers is added by whoever reads.
///
/// Values lie in one array, in the order draw, patient, arm, time, quantity.
public final class CourseBank {

    private final Shape shape;
    private final double[] covariates;
    private final double[] values;

    /// What a bank spans.
    ///
    /// @param draws how many draws of parameters
    /// @param patientsPerDraw how many patients a draw
    /// @param arms ids of the arms; the first is the comparator
    /// @param times when a course is kept, ascending, 0 is the start of treatment [d]
    /// @param quantities names of what is kept, as in the model or an observable of the library
    /// @param covariates names of what is known of a patient before treatment
    public record Shape(int draws, int patientsPerDraw, List<String> arms, List<Double> times, List<String> quantities,
            List<String> covariates) {

        public Shape {
            if (draws < 1 || patientsPerDraw < 1 || arms.isEmpty() || times.isEmpty()) {
                throw new IllegalArgumentException("a bank needs a draw, a patient, an arm and a time");
            }
            arms = List.copyOf(arms);
            times = List.copyOf(times);
            quantities = List.copyOf(quantities);
            covariates = List.copyOf(covariates);
        }

        /// All patients of all draws.
        public int patients() {
            return draws * patientsPerDraw;
        }

        int values() {
            return StrictMath.multiplyExact(StrictMath.multiplyExact(patients(), arms.size()),
                    StrictMath.multiplyExact(times.size(), quantities.size()));
        }
    }

    /// @param covariates in the order draw, patient, covariate
    /// @param values in the order draw, patient, arm, time, quantity; not copied: the giver lets go of it
    public CourseBank(Shape shape, double[] covariates, double[] values) {
        if (covariates.length != shape.patients() * shape.covariates().size() || values.length != shape.values()) {
            throw new IllegalArgumentException("the arrays do not fit the shape of the bank");
        }
        this.shape = shape;
        this.covariates = covariates;
        this.values = values;
    }

    /// What it spans.
    public Shape shape() {
        return shape;
    }

    /// The value of a quantity of a patient in an arm at a time, all by their place in the shape.
    public double value(int draw, int patient, int arm, int time, int quantity) {
        int person = draw * shape.patientsPerDraw() + patient;
        int course = person * shape.arms().size() + arm;
        return values[(course * shape.times().size() + time) * shape.quantities().size() + quantity];
    }

    /// A covariate of a patient, by its place in the shape.
    public double covariate(int draw, int patient, int covariate) {
        return covariates[(draw * shape.patientsPerDraw() + patient) * shape.covariates().size() + covariate];
    }
}
