/// What each number rests on: sources, claims and their integrity.
module propria.evidence {
    requires transitive propria.model;
    requires transitive propria.formats;
    requires static transitive org.jspecify;

    exports propria.evidence;
    exports propria.evidence.bias;
    exports propria.evidence.policy;
}
