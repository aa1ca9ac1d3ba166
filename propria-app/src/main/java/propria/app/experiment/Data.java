package propria.app.experiment;

import java.util.List;

/// What a task or a data generator came to: a course, or one for each turn of a repeated task.
public sealed interface Data {

    /// Values one after another.
    record Course(double[] values) implements Data {
    }

    /// The data of each turn.
    record Turns(List<Data> parts) implements Data {
        public Turns {
            parts = List.copyOf(parts);
        }
    }

    /// How many turns within turns there are.
    default int depth() {
        return switch (this) {
            case Course _ -> 0;
            case Turns(List<Data> parts) -> 1 + parts.stream().mapToInt(Data::depth).max().orElse(0);
        };
    }
}
