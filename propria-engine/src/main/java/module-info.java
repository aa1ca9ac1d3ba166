/// Models to functions, functions to trajectories.
module propria.engine {
    requires transitive propria.model;
    requires static transitive org.jspecify;

    exports propria.engine;
    exports propria.engine.compile;
    exports propria.engine.random;
    exports propria.engine.simulate;
    exports propria.engine.stochastic;
    exports propria.engine.system;
}
