package propria.trial.score;

/// What the laboratory finds.
///
/// @param reactiveProtein C-reactive protein in serum [mg/L]
/// @param calprotectin in stool [ug/g]
public record Laboratory(double reactiveProtein, double calprotectin) {
}
