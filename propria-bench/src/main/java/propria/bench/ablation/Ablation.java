package propria.bench.ablation;

import propria.engine.system.EquationSystem;

/// What is taken away.
public enum Ablation {
    /// The Jacobian is handed over as a full matrix, so elimination is dense.
    DENSE_ELIMINATION("Propria, dense elimination"),
    /// The Jacobian is made of difference quotients, a column a state, and is full.
    JACOBIAN_BY_QUOTIENTS("Propria, Jacobian by quotients");

    private final String label;

    Ablation(String label) {
        this.label = label;
    }

    /// What tables call it.
    public String label() {
        return label;
    }

    /// The system in its poorer form. For one thread.
    EquationSystem of(EquationSystem system) {
        return switch (this) {
            case DENSE_ELIMINATION -> new FullJacobian(system, FullJacobian.analytic(system));
            case JACOBIAN_BY_QUOTIENTS -> new FullJacobian(system, FullJacobian.quotients(system));
        };
    }
}
