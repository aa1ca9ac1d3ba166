/// Studies, virtual subjects, runs and what is written of them.
module propria.study {
    requires transitive propria.model;
    requires transitive propria.engine;
    requires transitive propria.evidence;
    requires transitive propria.formats;
    requires tools.jackson.databind;
    requires java.sql;
    requires duckdb.jdbc;
    requires static transitive org.jspecify;

    exports propria.study.evidence;
    exports propria.study.file;
    exports propria.study.library;
    exports propria.study.quantity;
    exports propria.study.reading;
    exports propria.study.retraction;
    exports propria.study.run;
    exports propria.study.run.work;
    exports propria.study.subject;
    exports propria.study.uncertainty;
    exports propria.study.summary;
    exports propria.study;

    uses propria.study.run.work.Executor;
    uses propria.study.run.work.WorkerMaker;
}
