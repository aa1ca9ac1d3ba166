package propria.inference.sample.chain;

/// The length of Hamiltonian steps, by dual averaging: Hoffman & Gelman 2014, algorithm 5, with its constants.
final class StepLength {

    private static final double GAMMA = 0.05;
    private static final double T0 = 10;
    private static final double KAPPA = 0.75;

    private final double wanted;
    private double aim;
    private double learnt;
    private double error;
    private double logStep;
    private double logAverage;

    StepLength(double wanted) {
        this.wanted = wanted;
    }

    void begin(double first) {
        aim = StrictMath.log(10 * first);
        learnt = 0;
        error = 0;
        logStep = StrictMath.log(first);
        logAverage = 0;
    }

    void learn(double acceptance) {
        learnt++;
        double weight = 1 / (learnt + T0);
        error += weight * (wanted - acceptance - error);
        logStep = aim - StrictMath.sqrt(learnt) / GAMMA * error;
        double fade = StrictMath.pow(learnt, -KAPPA);
        logAverage = fade * logStep + (1 - fade) * logAverage;
    }

    /// The length now.
    ///
    /// @param learning else the average is taken
    double value(boolean learning) {
        return StrictMath.exp(learning || learnt == 0 ? logStep : logAverage);
    }

    void write(StateWriter state) {
        state.array(new double[]{aim, learnt, error, logStep, logAverage});
    }

    void read(StateReader state) {
        aim = state.number();
        learnt = state.number();
        error = state.number();
        logStep = state.number();
        logAverage = state.number();
    }
}
