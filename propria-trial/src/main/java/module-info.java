/// Virtual patients, trials on them, their analyses and operating characteristics.
module propria.trial {
    requires transitive propria.inference;
    requires java.sql;
    requires duckdb.jdbc;
    requires hipparchus.core;
    requires hipparchus.optim;
    requires tools.jackson.databind;
    requires static transitive org.jspecify;

    exports propria.trial.clinical.calibration;
    exports propria.trial.clinical.design;
    exports propria.trial.clinical.forecast;
    exports propria.trial.clinical.translation;
    exports propria.trial.clinical.mechanism;
    exports propria.trial.clinical.response;
    exports propria.trial.clinical.score;
    exports propria.trial.clinical.table;
    exports propria.trial.clinical.vocabulary;
    exports propria.trial.analysis;
    exports propria.trial.analysis.binary;
    exports propria.trial.analysis.continuous;
    exports propria.trial.analysis.missing;
    exports propria.trial.analysis.multiplicity;
    exports propria.trial.analysis.sequential;
    exports propria.trial.analysis.time;
    exports propria.trial.course;
    exports propria.trial.conduct;
    exports propria.trial.design;
    exports propria.trial.file;
    exports propria.trial.operating;
    exports propria.trial.patient;
    exports propria.trial.patient.cohort;
    exports propria.trial.pool;
    exports propria.trial.reading;
    exports propria.trial.run;
    exports propria.trial.safety;
    exports propria.trial.run.record;
    exports propria.trial.run.table;
    exports propria.trial.score;
    exports propria.trial.score.clinic;

    provides propria.study.run.work.WorkerMaker with propria.trial.run.TrialWorkers;
}
