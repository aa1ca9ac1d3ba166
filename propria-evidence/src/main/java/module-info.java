/// What each number rests on: sources, claims and their integrity.
module propria.evidence {
    requires transitive propria.model;
    requires propria.formats;
    requires static transitive org.jspecify;

}
