package propria.engine;

/// The step methods that a user can name.
public enum Method {
    /// Chosen from the model: stiff unless shown otherwise.
    AUTOMATIC,
    /// Backward differentiation in NDF form, order 1 to 5, variable step.
    BDF,
    /// Rodas5P, a stiffly accurate Rosenbrock method of order 5.
    ROSENBROCK
}
