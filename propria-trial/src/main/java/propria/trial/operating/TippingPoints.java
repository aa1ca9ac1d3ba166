package propria.trial.operating;

import java.util.List;
import java.util.Optional;
import propria.trial.design.Estimand;
import propria.trial.design.TrialDesign;
import propria.trial.design.TrialEndpoint;
import propria.trial.reading.EstimandAnalysis;
import propria.trial.reading.Hypothesis;
import propria.trial.reading.TrialReading;

/// By how much imputed readings would have to be worse for a result to be lost, in the first trials.
public final class TippingPoints {

    private TippingPoints() {
    }

    /// The first estimand of a change with imputed readings.
    public static Optional<Estimand> imputed(TrialDesign design) {
        return design.estimands().stream().filter(
                e -> e.missing().isPresent() && design.endpoint(e) instanceof TrialEndpoint.Change).findFirst();
    }

    /// Of the first estimand of a change with imputed readings, in the first active arm.
    ///
    /// @param trials how many are looked at
    /// @return points, one a trial, as [EstimandAnalysis#tippingPoint]; nothing for a design without imputation
    public static List<Double> of(TrialDesign design, Recorded recorded, int trials) {
        return imputed(design).map(estimand -> recorded.map(TrialSet.DESIGN, trials,
                new TrialReading(design).needed(),
                trial -> new EstimandAnalysis(design, new Hypothesis(estimand, 1), 1 - design.alpha(), trial.number())
                        .tippingPoint(trial.subjects().subList(0, design.patients()))))
                .orElse(List.of());
    }
}
