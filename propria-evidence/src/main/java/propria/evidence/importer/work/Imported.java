package propria.evidence.importer.work;

import java.util.List;
import propria.model.problem.Problem;

/// What a file holds.
///
/// @param rows how many records were read, whatever became of them
/// @param works the publications
/// @param notices what authorities say about these or others; a publication of which an authority has no notice gets an
///        `ok` of that authority
/// @param warnings what was left out or guessed
public record Imported(Format format, long rows, List<Work> works, List<Notice> notices, List<Problem> warnings) {

    public Imported {
        works = List.copyOf(works);
        notices = List.copyOf(notices);
        warnings = List.copyOf(warnings);
    }
}
