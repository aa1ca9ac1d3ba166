package propria.evidence.policy;

/// What to do with a number because of the status of a source that it cites.
public sealed interface Treatment {

    /// How cautious it is; of several the most cautious holds.
    int caution();

    /// Take the number as it is.
    record Use() implements Treatment {
        @Override
        public int caution() {
            return 0;
        }
    }

    /// Take the number with a wider prior.
    ///
    /// @param factor by how much the width of the central 90 % is multiplied, on the scale on which the prior is drawn;
    ///        at least 1
    /// @param sensitivity whether the study must also show how much its answer depends on the number
    record Widen(double factor, boolean sensitivity) implements Treatment {
        @Override
        public int caution() {
            return 1;
        }
    }

    /// The source does not count: a number that cites nothing else may not be used.
    record Exclude() implements Treatment {
        @Override
        public int caution() {
            return 2;
        }
    }
}
