package propria.trial.clinical.calibration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import propria.inference.score.ScoredRow.Use;
import propria.trial.clinical.design.Baselines;
import propria.trial.clinical.design.Observed;
import propria.trial.clinical.design.PlanReader;
import propria.trial.clinical.design.RowPlan;
import propria.trial.clinical.design.RowPlan.Role;
import propria.trial.clinical.design.Unpredictable;
import propria.trial.clinical.forecast.CarriedEffects;
import propria.trial.clinical.forecast.Forecaster;
import propria.trial.clinical.response.MechanismTable;
import propria.trial.clinical.response.ResponsePosterior.Seen;
import propria.trial.clinical.response.ResponsePrior;
import propria.trial.clinical.score.ScoredOutcome;
import propria.trial.clinical.table.ClinicalRow;
import propria.trial.clinical.table.ClinicalTable;
import propria.trial.clinical.vocabulary.ClinicalVocabulary;
import propria.trial.clinical.vocabulary.EndpointTerm.Kind;

/// What `library/calibration/clinical` holds.
///
/// @param words how tables are read
/// @param baselines of patients who get nothing that acts
/// @param prior what is believed of shared parameters
/// @param evidence the trials that it knows
/// @param plans of the rows that can be read
/// @param fitted arms that are fitted
public record TrialCalibration(Path folder, ClinicalVocabulary words, Baselines baselines, ResponsePrior prior,
        ClinicalTable evidence, Map<ClinicalRow, RowPlan> plans, List<Seen> fitted) {

    /// Whether trials whose numbers are doubted are fitted.
    public enum Inclusion {
        FLAGGED_OUT,
        FLAGGED_IN
    }

    public TrialCalibration {
        plans = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(plans));
        fitted = List.copyOf(fitted);
    }

    /// Reads the folder.
    ///
    /// @param folder with vocabulary.yaml, baselines.tsv, parameters.tsv and the folder `evidence`
    public static TrialCalibration read(Path folder, Inclusion inclusion) {
        ClinicalVocabulary words = ClinicalVocabulary.read(folder.resolve("vocabulary.yaml"));
        Baselines baselines = Baselines.read(folder.resolve("baselines.tsv"));
        ClinicalTable evidence = ClinicalTable.read(folder.resolve("evidence"));
        PlanReader reader = new PlanReader(words, baselines, evidence);
        Map<ClinicalRow, RowPlan> plans = new LinkedHashMap<>();
        List<Seen> fitted = new ArrayList<>();
        for (ClinicalRow row : evidence.rows()) {
            try {
                RowPlan plan = reader.read(row);
                double seen = Observed.of(plan);
                if (Double.isNaN(seen)) {
                    continue;
                }
                plans.put(row, plan);
                if (isFitted(plan, evidence, inclusion)) {
                    int n = plan.outcome().n();
                    fitted.add(new Seen(plan, (int) StrictMath.round(seen * n / 100), n));
                }
            } catch (Unpredictable _) {
                // it is said and counted where the rows are predicted
            }
        }
        return new TrialCalibration(folder, words, baselines, ResponsePrior.read(folder.resolve("parameters.tsv")),
                evidence, plans, fitted);
    }

    /// The same with other answers of mechanistic patients.
    public TrialCalibration with(MechanismTable answers) {
        return new TrialCalibration(folder, words, baselines, prior.with(answers), evidence, plans, fitted);
    }

    /// Fitted are shares of patients that a person read in their source, with a number of patients, of single trials, and,
    /// unless asked for, of trials whose numbers nobody doubts.
    private static boolean isFitted(RowPlan plan, ClinicalTable evidence, Inclusion inclusion) {
        ClinicalRow row = plan.row();
        boolean share = plan.outcome().kind() == Kind.SHARE && plan.arm().role() != Role.CONTRAST
                && row.effect().type().isEmpty();
        boolean sound = inclusion == Inclusion.FLAGGED_IN || !evidence.trial(row).isFlagged();
        return share && sound && row.isSeen() && plan.outcome().stated() && plan.trial().trials() == 1;
    }

    /// What the calibration has to do with a row of any table: a trial is known by its id.
    public Use use(ClinicalRow row) {
        if (!evidence.trials().containsKey(row.trial())) {
            return Use.HELD_OUT;
        }
        Set<String> keys = fitted.stream().map(seen -> seen.plan().row().key()).collect(Collectors.toSet());
        return keys.contains(row.key()) ? Use.CALIBRATION : Use.EXCLUDED;
    }

    /// Predicts with draws.
    public Forecaster forecaster(FittedTrials fit, List<Seen> seen) {
        return new Forecaster(fit.draws(), CarriedEffects.of(seen, evidence), words.numbers());
    }

    /// The draws that ship.
    public FittedTrials shipped() {
        return DrawsFile.read(folder.resolve("posterior.csv"), baselines, prior);
    }

    /// Whether draws ship.
    public boolean isShipped() {
        return Files.isRegularFile(folder.resolve("posterior.csv"));
    }

    /// Every row of a table, predicted or refused. Of a row its design alone is used, never what was seen.
    public List<ScoredOutcome> validate(ClinicalTable table, Forecaster forecaster) {
        PlanReader reader = new PlanReader(words, baselines, table);
        List<ScoredOutcome> scored = new ArrayList<>();
        for (ClinicalRow row : table.rows()) {
            Use use = use(row);
            try {
                RowPlan plan = reader.read(row);
                scored.add(ScoredOutcome.of(plan, use, Observed.of(plan), forecaster));
            } catch (Unpredictable refusal) {
                scored.add(ScoredOutcome.refused(row, use, refusal.reason()));
            }
        }
        return scored;
    }
}
