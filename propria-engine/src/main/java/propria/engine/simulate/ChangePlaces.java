package propria.engine.simulate;

import java.util.ArrayList;
import java.util.List;
import propria.engine.ScheduledChange;
import propria.engine.compile.CompiledModel;
import propria.engine.solve.Change;

/// Changes from outside with their targets as places in the arrays.
public final class ChangePlaces {

    private ChangePlaces() {
    }

    /// @throws IllegalArgumentException if a target is not of the model; names the nearest
    public static List<Change> of(List<ScheduledChange> changes, CompiledModel model) {
        List<Change> places = new ArrayList<>(changes.size());
        for (ScheduledChange change : changes) {
            switch (change) {
                case ScheduledChange.Bolus(var time, var target, var amount) ->
                    places.add(new Change.Add(time, model.stateIndex(target), amount, Double.POSITIVE_INFINITY));
                case ScheduledChange.CappedBolus(var time, var target, var amount, var cap) ->
                    places.add(new Change.Add(time, model.stateIndex(target), amount, cap));
                case ScheduledChange.Assignment(var time, var target, var value) ->
                    places.add(model.stateIds().contains(target)
                            ? new Change.SetState(time, model.stateIndex(target), value)
                            : new Change.SetParameter(time, model.parameterIndex(target), value));
                case ScheduledChange.Infusion(var time, var end, var target, var rate) ->
                    places.add(new Change.Infuse(time, end, model.stateIndex(target), rate));
            }
        }
        return places;
    }
}
