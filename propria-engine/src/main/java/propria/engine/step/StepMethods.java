package propria.engine.step;

import java.util.List;
import java.util.function.BiFunction;
import propria.engine.Method;
import propria.engine.Tolerances;

/// The step methods that there are. Add one here, and the registry tests test it.
public enum StepMethods {
    AUTOMATIC(Method.AUTOMATIC, 5, true, Switching::new),
    BDF(Method.BDF, 5, true, Bdf::new),
    ROSENBROCK(Method.ROSENBROCK, 5, true, Rodas5P::new),
    RADAU(Method.RADAU, 5, true, RadauIIA5::new),
    TSITOURAS(Method.TSITOURAS, 5, false, Tsitouras54::new);

    /// All of them.
    public static final List<StepMethods> ALL = List.of(values());

    private final Method method;
    private final int order;
    private final boolean implicit;
    private final BiFunction<Equations, Tolerances, StepMethod> maker;

    StepMethods(Method method, int order, boolean implicit, BiFunction<Equations, Tolerances, StepMethod> maker) {
        this.method = method;
        this.order = order;
        this.implicit = implicit;
        this.maker = maker;
    }

    /// The one that a user named.
    public static StepMethods of(Method method) {
        return switch (method) {
            case AUTOMATIC -> AUTOMATIC;
            case BDF -> BDF;
            case ROSENBROCK -> ROSENBROCK;
            case RADAU -> RADAU;
            case TSITOURAS -> TSITOURAS;
        };
    }

    public Method method() {
        return method;
    }

    /// The highest order.
    public int order() {
        return order;
    }

    /// Whether it is meant for stiff systems and can hold algebraic states in place.
    public boolean isImplicit() {
        return implicit;
    }

    /// A new one with memory of its own.
    public StepMethod on(Equations equations, Tolerances tolerances) {
        return maker.apply(equations, tolerances);
    }
}
