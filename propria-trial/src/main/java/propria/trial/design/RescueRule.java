package propria.trial.design;

import propria.trial.score.ClinicalScore;

/// Who is given rescue therapy: those in whom a score has not fallen enough by a day. Their course stays that of their arm, as
/// the effect of the rescue is not simulated.
///
/// @param by how much it should have fallen since baseline
/// @param from the first day on which anybody is rescued
public record RescueRule(ClinicalScore score, double by, double from) {
}
