package propria.engine;

/// The step methods that a user can name.
public enum Method {
    /// Chosen from the model, and changed where it turns out stiffer or less stiff: [#BDF] or [#TSITOURAS].
    AUTOMATIC,
    /// Backward differentiation in NDF form, order 1 to 5, variable step.
    BDF,
    /// Rodas5P, a stiffly accurate Rosenbrock method of order 5.
    ROSENBROCK,
    /// Radau IIA of order 5, an implicit Runge-Kutta method.
    RADAU,
    /// Tsitouras 5(4), an explicit Runge-Kutta method: for what is not stiff and has no algebraic rules.
    TSITOURAS
}
