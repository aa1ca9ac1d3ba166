/// Virtual patients, trials on them, their analyses and operating characteristics.
module propria.trial {
    requires transitive propria.inference;
    requires hipparchus.core;
    requires hipparchus.optim;
    requires static transitive org.jspecify;

    exports propria.trial.course;
    exports propria.trial.patient;
    exports propria.trial.patient.cohort;
    exports propria.trial.score;
    exports propria.trial.score.clinic;
}
