package propria.bench.ablation;

import propria.engine.linear.LinearSolver;
import propria.engine.step.Equations;
import propria.engine.system.EquationSystem;

/// What is taken away.
public enum Ablation {
    /// The Jacobian is handed over as a full matrix, so elimination is dense.
    DENSE_ELIMINATION("Propria, dense elimination"),
    /// The Jacobian is made of difference quotients, a column a state, and is full.
    JACOBIAN_BY_QUOTIENTS("Propria, Jacobian by quotients"),
    /// Elimination looks places up instead of being written for the model.
    LOOKED_UP_ELIMINATION("Propria, elimination by look-up"),
    /// What depends on parameters alone is computed at every evaluation.
    NOTHING_PREPARED("Propria, nothing prepared");

    private final String label;

    Ablation(String label) {
        this.label = label;
    }

    /// What tables call it.
    public String label() {
        return label;
    }

    /// The equations in their poorer form. For one thread.
    Equations of(EquationSystem system) {
        return switch (this) {
            case DENSE_ELIMINATION -> new Equations(new FullJacobian(system, FullJacobian.analytic(system)));
            case JACOBIAN_BY_QUOTIENTS -> new Equations(new FullJacobian(system, FullJacobian.quotients(system)));
            case LOOKED_UP_ELIMINATION -> new Equations(system, LinearSolver::withoutCode);
            case NOTHING_PREPARED -> new Equations(new NothingPrepared(system));
        };
    }
}
