package propria.trial.reading;

import propria.trial.analysis.time.CensoredInterval;
import propria.trial.conduct.SubjectRecord;
import propria.trial.design.Estimand;
import propria.trial.design.IntercurrentStrategy;
import propria.trial.design.TrialDesign;
import propria.trial.design.TrialEndpoint;

/// Reads what an estimand makes of a subject, from what was recorded.
///
/// @param whole whether readings after leaving the trial count as seen: for the truth
public record Outcome(TrialDesign design, Estimand estimand, boolean whole) {

    /// The event is a failure.
    static final int FAILURE = -2;

    /// What would have been is not seen.
    static final int MISSING = -3;

    /// The visit at which an endpoint that is due at a visit is read: that one, or an earlier one; -1 when there is none.
    ///
    /// @return also [#FAILURE] or [#MISSING]
    int reading(SubjectRecord subject, int due) {
        int last = due;
        if (subject.rescued() < due) {
            switch (estimand.rescue()) {
                case COMPOSITE -> {
                    return FAILURE;
                }
                case WHILE_ON_TREATMENT -> last = subject.rescued();
                case HYPOTHETICAL, PRINCIPAL_STRATUM -> {
                    return whole ? due : MISSING;
                }
                case TREATMENT_POLICY -> last = due;
            }
        }
        if (subject.left() <= due) {
            switch (estimand.dropout()) {
                case COMPOSITE -> {
                    return FAILURE;
                }
                case WHILE_ON_TREATMENT -> last = StrictMath.min(last, subject.left() - 1);
                case TREATMENT_POLICY, HYPOTHETICAL, PRINCIPAL_STRATUM -> last = whole ? last : MISSING;
            }
        }
        return last;
    }

    /// Whether a subject has an event, before or at a visit, for which the stratum without it is asked.
    public boolean outsideStratum(SubjectRecord subject, int due) {
        return estimand.rescue() == IntercurrentStrategy.PRINCIPAL_STRATUM && subject.rescued() < due
                || estimand.dropout() == IntercurrentStrategy.PRINCIPAL_STRATUM && subject.left() <= due;
    }

    /// Whether a stratum without an event is asked for.
    public boolean hasStratum() {
        return estimand.rescue() == IntercurrentStrategy.PRINCIPAL_STRATUM
                || estimand.dropout() == IntercurrentStrategy.PRINCIPAL_STRATUM;
    }

    /// Whether a rule was met at all its days: 1, 0, or not a number when it was not seen.
    public double binary(SubjectRecord subject, TrialEndpoint.Binary endpoint) {
        for (double day : endpoint.days()) {
            double met = met(subject, endpoint, design.visitAt(day));
            if (!(met > 0)) {
                return met;
            }
        }
        return 1;
    }

    /// Whether a rule counts as met at a visit: 1, 0, or not a number when it was not seen.
    double met(SubjectRecord subject, TrialEndpoint.Binary endpoint, int visit) {
        int last = reading(subject, visit);
        if (last == MISSING) {
            return Double.NaN;
        }
        return last >= 0 && subject.met(endpoint.rule(), endpoint.reader(), last) ? 1 : 0;
    }

    /// The change of a score at a visit; not a number when it was not seen.
    ///
    /// @param visit from 0
    public double change(SubjectRecord subject, TrialEndpoint.Change endpoint, int visit) {
        int last = reading(subject, visit);
        if (last < 0) {
            return Double.NaN;
        }
        return subject.score(endpoint.score(), last) - subject.score(endpoint.score(), -1);
    }

    /// Between which visits the event lies; empty for a subject who cannot have it.
    public java.util.Optional<CensoredInterval> time(SubjectRecord subject, TrialEndpoint.Time endpoint) {
        int visits = design.visits().size();
        int end = visits;
        if (!whole || estimand.dropout() == IntercurrentStrategy.WHILE_ON_TREATMENT) {
            end = StrictMath.min(end, subject.left());
        }
        if (estimand.rescue() != IntercurrentStrategy.TREATMENT_POLICY) {
            end = StrictMath.min(end, subject.rescued() + 1);
        }
        boolean failure = estimand.rescue() == IntercurrentStrategy.COMPOSITE && subject.rescued() < visits;
        double origin = endpoint.loss() ? Double.NaN : 0;
        double seen = 0;
        for (int v = 0; v < end; v++) {
            double day = design.visits().get(v).day();
            boolean met = subject.met(endpoint.rule(), endpoint.reader(), v);
            if (Double.isNaN(origin)) {
                origin = met ? day : origin;
            } else if (met != endpoint.loss()) {
                return java.util.Optional.of(new CensoredInterval(seen - origin, day - origin));
            }
            seen = day;
        }
        if (Double.isNaN(origin)) {
            return java.util.Optional.empty();
        }
        if (failure && endpoint.loss() && seen > origin) {
            return java.util.Optional.of(new CensoredInterval(seen - origin, seen - origin));
        }
        double until = failure && !endpoint.loss() ? design.visits().getLast().day() : seen;
        return java.util.Optional.of(new CensoredInterval(until - origin, Double.POSITIVE_INFINITY));
    }
}
