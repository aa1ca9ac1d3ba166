package propria.bench.sundials;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import propria.bench.ccode.CModel;
import propria.engine.Tolerances;

/// The functions of one shared object, see `driver.c`.
public final class CvodeLibrary {

    private final CModel model;
    private final MethodHandle create;
    private final MethodHandle run;
    private final MethodHandle free;
    private final MethodHandle functions;

    CvodeLibrary(Path object, CModel model) {
        this.model = model;
        SymbolLookup symbols = SymbolLookup.libraryLookup(object, Arena.global());
        create = handle(symbols, "bench_create", ADDRESS, JAVA_INT, JAVA_DOUBLE, JAVA_DOUBLE, JAVA_INT,
                ADDRESS);
        run = handle(symbols, "bench_run", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_DOUBLE, JAVA_DOUBLE, JAVA_INT,
                ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
        free = Linker.nativeLinker().downcallHandle(symbols.findOrThrow("bench_free"),
                FunctionDescriptor.ofVoid(ADDRESS));
        functions = Linker.nativeLinker().downcallHandle(symbols.findOrThrow("bench_functions"),
                FunctionDescriptor.ofVoid(JAVA_DOUBLE, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
    }

    private static MethodHandle handle(SymbolLookup symbols, String name, MemoryLayout result,
            MemoryLayout... arguments) {
        return Linker.nativeLinker().downcallHandle(symbols.findOrThrow(name),
                FunctionDescriptor.of(result, arguments));
    }

    /// The model behind it.
    public CModel model() {
        return model;
    }

    MemorySegment create(CvodeSetup setup, Tolerances tolerances, SensitivitySetup sensitivities,
            MemorySegment parameters) {
        try {
            return (MemorySegment) create.invokeExact(setup.ordinal(), tolerances.relative(), tolerances.absolute(),
                    sensitivities.ordinal(), parameters);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    int run(MemorySegment solver, CvodeInput in, MemorySegment outputs, int repeats, MemorySegment seconds,
            MemorySegment counters) {
        try {
            return (int) run.invokeExact(solver, in.parameters(), in.states(), in.start(), in.end(), in.timeCount(),
                    in.times(), in.changeCount(), in.changes(), outputs, repeats, seconds, counters);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    void free(MemorySegment solver) {
        try {
            free.invokeExact(solver);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /// The bare functions of the model.
    ///
    /// @param rates filled with `dy/dt`
    /// @param entries filled with the Jacobian in the order of [CModel#jacobian]
    /// @param outputs filled with the outputs
    public void functions(double t, double[] y, double[] p, double[] rates, double[] entries, double[] outputs) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment f = arena.allocate(JAVA_DOUBLE, rates.length + 1L);
            MemorySegment j = arena.allocate(JAVA_DOUBLE, entries.length + 1L);
            MemorySegment o = arena.allocate(JAVA_DOUBLE, outputs.length + 1L);
            functions.invokeExact(t, arena.allocateFrom(JAVA_DOUBLE, y), arena.allocateFrom(JAVA_DOUBLE, p), f, j, o);
            MemorySegment.copy(f, JAVA_DOUBLE, 0, rates, 0, rates.length);
            MemorySegment.copy(j, JAVA_DOUBLE, 0, entries, 0, entries.length);
            MemorySegment.copy(o, JAVA_DOUBLE, 0, outputs, 0, outputs.length);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static MemorySegment doubles(Arena arena, double[] values) {
        return values.length == 0 ? arena.allocate(ValueLayout.JAVA_DOUBLE) : arena.allocateFrom(JAVA_DOUBLE, values);
    }

    private static RuntimeException unexpected(Throwable e) {
        return switch (e) {
            case RuntimeException r -> r;
            case Error r -> throw r;
            default -> new IllegalStateException(e);
        };
    }
}
