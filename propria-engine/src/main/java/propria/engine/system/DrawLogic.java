package propria.engine.system;

import propria.model.expression.Distribution;

/// One random number that an event draws; the arrays are those of [EquationSystem].
public interface DrawLogic {

    Distribution distribution();

    /// How many arguments it takes.
    int argumentCount();

    /// Writes the arguments.
    void arguments(double t, double[] y, double[] p, double[] scratch, double[] arguments);

    /// The place of the parameter that the number is put in.
    int parameter();
}
