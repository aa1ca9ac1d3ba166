/// Expressions, models, units and their checks: data and algorithms on it, no files, no solvers.
module propria.model {
    requires static transitive org.jspecify;

    exports propria.model;
    exports propria.model.check;
    exports propria.model.expression;
    exports propria.model.problem;
    exports propria.model.unit;
}
