package propria.trial.score;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Scores and readings of a visit, each a pure function of what was recorded, by the definitions of the field.
public enum ClinicalScore {

    /// Crohn's disease activity index (Best 1976).
    CDAI("CDAI", v -> 2.0 * Diary.sum(v.diary().liquidStools()) + 5.0 * Diary.sum(v.diary().pain())
            + 7.0 * Diary.sum(v.diary().wellbeing()) + 10.0 * v.examination().mass()
            + cdaiBesideDiary(v.examination())),
    /// The two patient-reported items of CDAI, daily means: 2 liquid stools + 5 pain.
    PRO2("PRO2", v -> 2 * mean(v.diary().liquidStools()) + 5 * mean(v.diary().pain())),
    /// Harvey-Bradshaw index, of the last day of the diary.
    HBI("HBI", v -> v.diary().wellbeing().getLast() + v.diary().pain().getLast() + v.diary().liquidStools().getLast()
            + bedsideMass(v.examination().mass()) + v.examination().complications()),
    /// Simple endoscopic score for Crohn's disease, read centrally.
    SES_CD("SES_CD", v -> endoscopic(v.central())),
    /// The same, read locally.
    SES_CD_LOCAL("SES_CD_local", v -> endoscopic(v.local())),
    /// Crohn's disease endoscopic index of severity, read centrally.
    CDEIS("CDEIS", v -> severity(v.central())),
    /// Mayo score with the endoscopy read centrally.
    MAYO("Mayo", v -> partialMayo(v) + v.central().subscore()),
    /// Mayo score with the endoscopy read locally.
    MAYO_LOCAL("Mayo_local", v -> partialMayo(v) + v.local().subscore()),
    /// Mayo score without endoscopy.
    PARTIAL_MAYO("partial_Mayo", ClinicalScore::partialMayo),
    MAYO_STOOL("Mayo_stool", v -> v.diary().stoolFrequency()),
    MAYO_BLEEDING("Mayo_bleeding", v -> v.diary().bleeding()),
    MAYO_GLOBAL("Mayo_global", v -> v.examination().global()),
    MAYO_ENDOSCOPY("Mayo_endoscopy", v -> v.central().subscore()),
    MAYO_ENDOSCOPY_LOCAL("Mayo_endoscopy_local", v -> v.local().subscore()),
    /// C-reactive protein in serum [mg/L].
    CRP("CRP", v -> v.laboratory().reactiveProtein()),
    /// Faecal calprotectin [ug/g].
    CALPROTECTIN("calprotectin", v -> v.laboratory().calprotectin()),
    /// Perianal disease activity index (Irvine 1995).
    PDAI("PDAI", v -> v.perianal().sum()),
    /// How many treated openings drain.
    DRAINING("draining_openings", Visit::draining),
    /// How many tracts show a collection above 2 cm.
    COLLECTIONS("collections", v -> v.tracts().stream().filter(Tract::collection).count());

    private static final List<Double> INVOLVED = List.of(0.0, 2.5, 6.25, 8.75);
    private static final List<Double> ULCERATED = List.of(0.0, 0.5, 2.0, 6.5);
    private static final int DEEP = 2;

    private final String word;
    private final ToDoubleFunction<Visit> formula;

    ClinicalScore(String word, ToDoubleFunction<Visit> formula) {
        this.word = word;
        this.formula = formula;
    }

    /// How files name it.
    public String word() {
        return word;
    }

    /// The score that files name so.
    public static Optional<ClinicalScore> named(String word) {
        return Arrays.stream(values()).filter(score -> score.word.equals(word)).findFirst();
    }

    /// Its value at a visit.
    public double of(Visit visit) {
        return formula.applyAsDouble(visit);
    }

    /// What CDAI adds to diary and mass: `20 complications + 30 antidiarrhoeals + 6 (reference - haematocrit) + 100 (1 -
    /// weight / standard)`; the reference is 47 % in men and 42 % in women, the standard weight 22.1 and 20.8 kg/m^2.
    public static double cdaiBesideDiary(Examination clinic) {
        double standard = (clinic.female() ? 20.8 : 22.1) * clinic.height() * clinic.height();
        return 20.0 * clinic.complications() + (clinic.antidiarrhoeal() ? 30 : 0)
                + 6 * ((clinic.female() ? 42 : 47) - clinic.haematocrit()) + 100 * (1 - clinic.weight() / standard);
    }

    private static double mean(List<Integer> days) {
        return (double) Diary.sum(days) / days.size();
    }

    /// Mass of CDAI (0, 2, 5) as HBI counts it: none, dubious, definite; tender is not told apart.
    private static int bedsideMass(int mass) {
        return mass == 0 ? 0 : mass == 2 ? 1 : 2;
    }

    private static double partialMayo(Visit visit) {
        return visit.diary().stoolFrequency() + visit.diary().bleeding() + visit.examination().global();
    }

    /// Narrowing counts to 11 in all, for one segment at most cannot be passed.
    private static double endoscopic(Endoscopy endoscopy) {
        int items = endoscopy.segments().stream().mapToInt(s -> s.sum() - s.narrowing()).sum();
        int narrowing = endoscopy.segments().stream().mapToInt(Segment::narrowing).sum();
        return items + StrictMath.min(11, narrowing);
    }

    /// CDEIS from the items of SES-CD: an ulcer above 0.5 cm counts as deep, a smaller one as superficial, and a surface as
    /// the middle of its class on the scale of 10 cm.
    private static double severity(Endoscopy endoscopy) {
        double sum = 0;
        boolean ulcerated = false;
        boolean plain = false;
        for (Segment s : endoscopy.segments()) {
            sum += (s.ulcerSize() >= DEEP ? 12 : 0) + (s.ulcerSize() == 1 ? 6 : 0) + INVOLVED.get(s.affectedSurface())
                    + ULCERATED.get(s.ulceratedSurface());
            ulcerated |= s.narrowing() > 0 && s.ulcerSize() > 0;
            plain |= s.narrowing() > 0 && s.ulcerSize() == 0;
        }
        return sum / endoscopy.segments().size() + (ulcerated ? 3 : 0) + (plain ? 3 : 0);
    }
}
