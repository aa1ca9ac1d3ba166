package propria.bench.sundials;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import propria.engine.ScheduledChange;
import propria.engine.SimulationRequest;
import propria.engine.compile.CompiledModel;

/// A request as the arrays that C takes.
///
/// @param parameters the values, in the places of the compiled model
/// @param states the same at the start
/// @param changes records of C's `change_t`, ascending in time
record CvodeInput(MemorySegment parameters, MemorySegment states, double start, double end, int timeCount,
        MemorySegment times, int changeCount, MemorySegment changes) {

    private static final MemoryLayout CHANGE = MemoryLayout.structLayout(JAVA_DOUBLE, JAVA_DOUBLE, JAVA_DOUBLE,
            JAVA_INT, JAVA_INT);
    private static final int ADD = 0;
    private static final int SET_STATE = 1;
    private static final int SET_PARAMETER = 2;
    private static final int INFUSE = 3;

    private record Entry(double time, double amount, double cap, int kind, int target) {
    }

    static CvodeInput of(CompiledModel model, SimulationRequest request, Arena arena) {
        double[] p = model.parameters(request.values());
        double[] y = model.initialState(request.start(), p, request.values());
        double[] times = request.outputTimes().stream().mapToDouble(Double::doubleValue).toArray();
        List<Entry> entries = new ArrayList<>();
        request.changes().forEach(change -> add(change, model, entries));
        entries.sort(Comparator.comparingDouble(Entry::time));
        MemorySegment changes = arena.allocate(CHANGE, entries.size() + 1L);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            long at = i * CHANGE.byteSize();
            changes.set(JAVA_DOUBLE, at, entry.time());
            changes.set(JAVA_DOUBLE, at + 8, entry.amount());
            changes.set(JAVA_DOUBLE, at + 16, entry.cap());
            changes.set(JAVA_INT, at + 24, entry.kind());
            changes.set(JAVA_INT, at + 28, entry.target());
        }
        return new CvodeInput(CvodeLibrary.doubles(arena, p), CvodeLibrary.doubles(arena, y), request.start(),
                request.end(), times.length, CvodeLibrary.doubles(arena, times), entries.size(), changes);
    }

    private static void add(ScheduledChange change, CompiledModel model, List<Entry> entries) {
        switch (change) {
            case ScheduledChange.Bolus(var time, var target, var amount) ->
                entries.add(new Entry(time, amount, Double.POSITIVE_INFINITY, ADD, model.stateIndex(target)));
            case ScheduledChange.CappedBolus(var time, var target, var amount, var cap) ->
                entries.add(new Entry(time, amount, cap, ADD, model.stateIndex(target)));
            case ScheduledChange.Assignment(var time, var target, var value) ->
                entries.add(model.stateIds().contains(target)
                        ? new Entry(time, value, 0, SET_STATE, model.stateIndex(target))
                        : new Entry(time, value, 0, SET_PARAMETER, model.parameterIndex(target)));
            case ScheduledChange.Infusion(var time, var end, var target, var rate) -> {
                entries.add(new Entry(time, rate, 0, INFUSE, model.stateIndex(target)));
                entries.add(new Entry(end, -rate, 0, INFUSE, model.stateIndex(target)));
            }
        }
    }
}
