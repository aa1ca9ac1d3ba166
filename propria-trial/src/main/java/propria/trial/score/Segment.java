package propria.trial.score;

/// One segment of the bowel as an endoscopist scores it (SES-CD items, each 0 to 3).
///
/// @param ulcerSize none; 0.1 to 0.5 cm; 0.5 to 2 cm; above 2 cm
/// @param ulceratedSurface none; below 10 %; 10 to 30 %; above 30 %
/// @param affectedSurface none; below 50 %; 50 to 75 %; above 75 %
/// @param narrowing none; single, passable; multiple, passable; not passable
public record Segment(int ulcerSize, int ulceratedSurface, int affectedSurface, int narrowing) {

    /// The sum of the four items.
    public int sum() {
        return ulcerSize + ulceratedSurface + affectedSurface + narrowing;
    }
}
