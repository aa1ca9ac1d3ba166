package propria.trial.score;

import java.util.List;

/// One reading of an endoscopy.
///
/// @param subscore of the Mayo score, 0 to 3
/// @param segments ileum, right colon, transverse colon, left colon, rectum
public record Endoscopy(int subscore, List<Segment> segments) {

    public Endoscopy {
        segments = List.copyOf(segments);
    }

    /// Who reads: an expert who knows neither arm nor visit, or the investigator of the centre.
    public enum Reader {
        CENTRAL,
        LOCAL
    }
}
