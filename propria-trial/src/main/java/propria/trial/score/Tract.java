package propria.trial.score;

/// One treated external opening of a perianal tract.
///
/// @param draining whether it drains on gentle finger compression
/// @param collection whether magnetic resonance shows a collection above 2 cm in two dimensions, as read centrally
/// @param fibrotic whether the tract is fully fibrotic in magnetic resonance
public record Tract(boolean draining, boolean collection, boolean fibrotic) {
}
