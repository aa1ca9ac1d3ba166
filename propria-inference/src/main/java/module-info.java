/// Estimation: posteriors, optimisers, profiles and samplers.
module propria.inference {
    requires transitive propria.study;
    requires hipparchus.core;
    requires hipparchus.optim;
    requires static transitive org.jspecify;

    exports propria.inference.calibration;
    exports propria.inference.calibration.estimate;
    exports propria.inference.data;
    exports propria.inference.design;
    exports propria.inference.matrix;
    exports propria.inference.optimise;
    exports propria.inference.parallel;
    exports propria.inference.petab.simulate;
    exports propria.inference.petab;
    exports propria.inference.posterior;
    exports propria.inference.prediction;
    exports propria.inference.profile;
    exports propria.inference.sample;
    exports propria.inference.score;
    exports propria.inference.table;
    exports propria.inference.vocabulary;
}
