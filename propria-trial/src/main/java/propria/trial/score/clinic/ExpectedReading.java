package propria.trial.score.clinic;

import java.util.List;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.trial.score.ClinicalScore;
import propria.trial.score.Diary;
import propria.trial.score.Examination;

/// What a patient's readings come to without the noise of days, assays and readers: the mean of a score over visits, the
/// median of an assay.
public final class ExpectedReading {

    private static final List<String> KNOWN = List.of("CDAI", "HBI", "SES_CD", "Mayo", "partial_Mayo", "CRP",
            "calprotectin", "PDAI");

    private final VisitRecorder recorder;

    public ExpectedReading(VisitRecorder recorder) {
        this.recorder = recorder;
    }

    /// A reading.
    ///
    /// @param score its name, such as `CDAI`
    /// @throws ProblemException T112 for a name that it does not know
    public double of(String score, Latent now) {
        return switch (score) {
            case "CDAI" -> activity(now);
            case "HBI" -> bedside(now);
            case "SES_CD" -> recorder.bowel().meanScore(now);
            case "Mayo" -> partialMayo(now)
                    + recorder.bowel().subscore().mean(now.of("Mayo_endoscopy"), now.has("endoscopy"));
            case "partial_Mayo" -> partialMayo(now);
            case "CRP" -> now.of("CRP_serum") * VisitRecorder.factor(now, "CRP_factor");
            case "calprotectin" -> now.of("calprotectin_stool") * VisitRecorder.factor(now, "calprotectin_factor");
            case "PDAI" -> Tracts.count(now) == 0
                    ? 0
                    : 5 * recorder.tracts().element().mean(recorder.tracts().level(now),
                            now.has("perianal") + recorder.symptoms().shift(now));
            default -> throw new ProblemException(Problem.error("T112", "no baseline reading `" + score + "`",
                    "known: " + String.join(", ", KNOWN), Nearest.of(score, KNOWN)
                            .map(near -> "did you mean `" + near + "`?").orElse("use one of these")));
        };
    }

    private double activity(Latent now) {
        Symptoms symptoms = recorder.symptoms();
        double shift = symptoms.shift(now);
        double daily = 2 * symptoms.stools(now, shift) + 5 * symptoms.pain().mean(now.of("pain_score"), shift)
                + 7 * symptoms.wellbeing().mean(now.of("wellbeing_score"), shift);
        boolean female = now.has("female") != 0;
        double reference = female ? 42 : 47;
        double haematocrit = reference * now.of("haematocrit_percent") / 44.5
                + now.has("haematocrit");
        double mass = 2 * massChance(now, 1) + 3 * massChance(now, 2);
        Examination clinic = new Examination((int) now.has("complications") + (openTract(now) ? 1 : 0),
                now.has("antidiarrhoeal") != 0, 0, haematocrit, female,
                now.has("weight") * (1 - now.of("weight_loss") / 100), VisitRecorder.height(now), 0);
        return Diary.DAYS * daily + 10 * mass + ClinicalScore.cdaiBesideDiary(clinic);
    }

    private double massChance(Latent now, int least) {
        return new Ordinal(2, 3).chance(least, recorder.symptoms().massLevel(now), 0);
    }

    private boolean openTract(Latent now) {
        return Tracts.count(now) > 0 && now.of("fistula") >= recorder.model().of("tract_threshold");
    }

    private double bedside(Latent now) {
        Symptoms symptoms = recorder.symptoms();
        double shift = symptoms.shift(now);
        return symptoms.stools(now, shift) + symptoms.pain().mean(now.of("pain_score"), shift)
                + symptoms.wellbeing().mean(now.of("wellbeing_score"), shift) + massChance(now, 1)
                + massChance(now, 2) + now.has("complications") + (openTract(now) ? 1 : 0);
    }

    private double partialMayo(Latent now) {
        Symptoms symptoms = recorder.symptoms();
        double shift = symptoms.shift(now);
        return symptoms.stoolFrequency().mean(now.of("Mayo_stool"), shift)
                + symptoms.bleeding().mean(now.of("Mayo_bleeding"), symptoms.bleedingShift(shift))
                + symptoms.global().mean(now.of("Mayo_global"), symptoms.globalShift(shift));
    }
}
