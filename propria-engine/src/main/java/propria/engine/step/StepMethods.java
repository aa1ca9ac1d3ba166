package propria.engine.step;

import java.util.List;
import java.util.function.BiFunction;
import propria.engine.Method;
import propria.engine.Tolerances;

/// The step methods that there are. Add one here, and the registry tests test it.
public enum StepMethods {
    BDF(Method.BDF, 5, Bdf::new),
    ROSENBROCK(Method.ROSENBROCK, 5, Rodas5P::new);

    /// All of them.
    public static final List<StepMethods> ALL = List.of(values());

    private final Method method;
    private final int order;
    private final BiFunction<Equations, Tolerances, StepMethod> maker;

    StepMethods(Method method, int order, BiFunction<Equations, Tolerances, StepMethod> maker) {
        this.method = method;
        this.order = order;
        this.maker = maker;
    }

    /// The one that a user named; stiff where nothing was named.
    public static StepMethods of(Method method) {
        return switch (method) {
            case AUTOMATIC, BDF -> BDF;
            case ROSENBROCK -> ROSENBROCK;
        };
    }

    public Method method() {
        return method;
    }

    /// The highest order.
    public int order() {
        return order;
    }

    /// A new one with memory of its own.
    public StepMethod on(Equations equations, Tolerances tolerances) {
        return maker.apply(equations, tolerances);
    }
}
