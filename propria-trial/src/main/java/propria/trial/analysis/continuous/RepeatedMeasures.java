package propria.trial.analysis.continuous;

import java.util.List;
import propria.trial.analysis.AnalysisException;

/// What a model of repeated measures is fitted to.
///
/// @param visits how many times were planned
/// @param subjects with at least one reading each
public record RepeatedMeasures(int visits, List<Subject> subjects) {

    public RepeatedMeasures {
        subjects = List.copyOf(subjects);
        if (subjects.isEmpty()) {
            throw new AnalysisException("no subject has a reading");
        }
    }

    /// The readings of one subject; missing ones are left out.
    ///
    /// @param at which visits, ascending, from 0
    /// @param rows the terms of the mean at each of them
    /// @param values the readings
    public record Subject(int[] at, double[][] rows, double[] values) {
    }

    /// How many terms the mean has.
    int terms() {
        return subjects.getFirst().rows()[0].length;
    }

    /// How many parameters an unstructured covariance has.
    int parameters() {
        return visits * (visits + 1) / 2;
    }

    /// All readings.
    int readings() {
        return subjects.stream().mapToInt(s -> s.values().length).sum();
    }
}
