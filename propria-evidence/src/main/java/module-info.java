/// What each number rests on: sources, claims and their integrity.
module propria.evidence {
    requires transitive propria.model;
    requires transitive propria.formats;
    requires java.sql;
    requires java.xml;
    requires tools.jackson.databind;
    requires static transitive org.jspecify;

    exports propria.evidence;
    exports propria.evidence.bias;
    exports propria.evidence.citation;
    exports propria.evidence.importer;
    exports propria.evidence.importer.text;
    exports propria.evidence.importer.work;
    exports propria.evidence.index;
    exports propria.evidence.policy;
    exports propria.evidence.proposal;
    exports propria.evidence.refresh;
    exports propria.evidence.unit;
}
