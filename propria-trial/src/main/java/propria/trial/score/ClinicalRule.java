package propria.trial.score;

import java.util.Arrays;
import java.util.Optional;

/// Rules by which a visit counts as a success, each a pure function of what was recorded at baseline and now.
public enum ClinicalRule {

    /// CDAI below 150.
    CDAI_REMISSION("CDAI_remission", (b, v, r) -> ClinicalScore.CDAI.of(v) < 150),
    /// CDAI lower by 70 or more.
    CDAI_70("CDAI_70", (b, v, r) -> fall(ClinicalScore.CDAI, b, v) >= 70),
    /// CDAI lower by 100 or more.
    CDAI_100("CDAI_100", (b, v, r) -> fall(ClinicalScore.CDAI, b, v) >= 100),
    /// CDAI lower by 100 or more, or by a quarter or more; a composite asks for it at two visits.
    CDAI_100_OR_QUARTER("CDAI_100_or_quarter", (b, v, r) -> fall(ClinicalScore.CDAI, b, v) >= 100
            || fall(ClinicalScore.CDAI, b, v) >= 0.25 * ClinicalScore.CDAI.of(b)),
    /// PRO2 of 8 or less.
    PRO2_REMISSION("PRO2_remission", (b, v, r) -> ClinicalScore.PRO2.of(v) <= 8),
    /// HBI below 5.
    HBI_REMISSION("HBI_remission", (b, v, r) -> ClinicalScore.HBI.of(v) < 5),
    /// SES-CD lower by half or more.
    SES_CD_RESPONSE("SES_CD_response", (b, v, r) -> sesCd(b, r) > 0 && sesCd(v, r) <= 0.5 * sesCd(b, r)),
    /// CDEIS below 6.
    CDEIS_REMISSION("CDEIS_remission", (b, v, r) -> ClinicalScore.CDEIS.of(v) < 6),
    /// Mayo score of 2 or less without a subscore above 1.
    MAYO_REMISSION("Mayo_remission", (b, v, r) -> mayo(v, r) <= 2 && largest(v) <= 1
            && v.endoscopy(r).subscore() <= 1),
    /// Mayo score lower by 3 or more and by 30 % or more, with bleeding lower by 1 or more, or 1 or less.
    MAYO_RESPONSE("Mayo_response", (b, v, r) -> mayo(b, r) - mayo(v, r) >= 3
            && mayo(b, r) - mayo(v, r) >= 0.3 * mayo(b, r)
            && (b.diary().bleeding() - v.diary().bleeding() >= 1 || v.diary().bleeding() <= 1)),
    /// Endoscopic subscore of 1 or less.
    MUCOSAL_HEALING("mucosal_healing", (b, v, r) -> v.endoscopy(r).subscore() <= 1),
    /// Partial Mayo score of 2 or less without a subscore above 1.
    PARTIAL_MAYO_REMISSION("partial_Mayo_remission", (b, v, r) -> ClinicalScore.PARTIAL_MAYO.of(v) <= 2
            && largest(v) <= 1),
    /// All treated openings that drained at baseline are closed despite gentle finger compression.
    CLOSURE("closure", (b, v, r) -> b.draining() > 0 && closed(b, v) == b.draining()),
    /// At least half of the treated openings that drained at baseline are closed.
    HALF_CLOSURE("half_closure", (b, v, r) -> b.draining() > 0 && 2 * closed(b, v) >= b.draining()),
    /// Closure, and no collection above 2 cm in central magnetic resonance.
    COMBINED_REMISSION("combined_remission", (b, v, r) -> b.draining() > 0 && closed(b, v) == b.draining()
            && v.tracts().stream().noneMatch(Tract::collection)),
    /// Combined remission with fully fibrotic tracts.
    DEEP_REMISSION("deep_remission", (b, v, r) -> b.draining() > 0 && closed(b, v) == b.draining()
            && v.tracts().stream().allMatch(t -> t.fibrotic() && !t.collection())),
    /// PDAI of 4 or less.
    PDAI_INACTIVE("PDAI_inactive", (b, v, r) -> ClinicalScore.PDAI.of(v) <= 4);

    private final String word;
    private final Rule rule;

    ClinicalRule(String word, Rule rule) {
        this.word = word;
        this.rule = rule;
    }

    private interface Rule {
        boolean met(Visit baseline, Visit now, Endoscopy.Reader reader);
    }

    /// How files name it.
    public String word() {
        return word;
    }

    /// The rule that files name so.
    public static Optional<ClinicalRule> named(String word) {
        return Arrays.stream(values()).filter(rule -> rule.word.equals(word)).findFirst();
    }

    /// Whether it is met.
    ///
    /// @param reader whose reading of endoscopies counts
    public boolean met(Visit baseline, Visit now, Endoscopy.Reader reader) {
        return rule.met(baseline, now, reader);
    }

    private static double fall(ClinicalScore score, Visit baseline, Visit now) {
        return score.of(baseline) - score.of(now);
    }

    private static double mayo(Visit visit, Endoscopy.Reader reader) {
        return ClinicalScore.PARTIAL_MAYO.of(visit) + visit.endoscopy(reader).subscore();
    }

    private static double sesCd(Visit visit, Endoscopy.Reader reader) {
        return switch (reader) {
            case CENTRAL -> ClinicalScore.SES_CD.of(visit);
            case LOCAL -> ClinicalScore.SES_CD_LOCAL.of(visit);
        };
    }

    private static int largest(Visit visit) {
        return StrictMath.max(visit.diary().stoolFrequency(),
                StrictMath.max(visit.diary().bleeding(), visit.examination().global()));
    }

    private static int closed(Visit baseline, Visit now) {
        int closed = 0;
        for (int i = 0; i < baseline.tracts().size(); i++) {
            if (baseline.tracts().get(i).draining() && !now.tracts().get(i).draining()) {
                closed++;
            }
        }
        return closed;
    }
}
