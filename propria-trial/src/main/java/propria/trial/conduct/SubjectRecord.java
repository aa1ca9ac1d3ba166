package propria.trial.conduct;

import propria.trial.score.ClinicalRule;
import propria.trial.score.ClinicalScore;
import propria.trial.score.Endoscopy;

/// What was recorded of one subject. Readings after a subject has left are kept, too, but not observed: the truth that an
/// estimate is held against is read from them.
///
/// @param person who of the bank
/// @param arm place of the arm among those of the allocation
/// @param stratum which combination of strata
/// @param centre where the subject is seen
/// @param lot what the subject would receive
/// @param left the first visit that was missed because the subject had left; the number of visits when none was
/// @param rescued the visit after which rescue was given; the number of visits when it was not
/// @param scores by visit, baseline first, then by the order of [ClinicalScore]
/// @param rules by visit after baseline, a bit each: by the order of [ClinicalRule], central reading first
public record SubjectRecord(int person, int arm, int stratum, int centre, int lot, int left, int rescued,
        float[][] scores, long[] rules) {

    /// A score at a visit.
    ///
    /// @param visit after baseline from 0; -1 for baseline
    public double score(ClinicalScore score, int visit) {
        return scores[visit + 1][score.ordinal()];
    }

    /// Whether a rule was met at a visit after baseline, from 0.
    public boolean met(ClinicalRule rule, Endoscopy.Reader reader, int visit) {
        return (rules[visit] >>> bit(rule, reader) & 1) != 0;
    }

    static int bit(ClinicalRule rule, Endoscopy.Reader reader) {
        return rule.ordinal() + (reader == Endoscopy.Reader.CENTRAL ? 0 : ClinicalRule.values().length);
    }
}
