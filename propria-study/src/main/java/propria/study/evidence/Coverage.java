package propria.study.evidence;

import java.util.ArrayList;
import java.util.List;
import propria.evidence.EvidenceLibrary;
import propria.evidence.ModelEvidence;
import propria.evidence.Standing;
import propria.formats.antimony.AntimonyReader;
import propria.model.problem.Problem;
import propria.study.Measurement;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;

/// How many numbers of one sort stand on what, over a whole library.
///
/// @param kind what sort: `model gut`, `products`, `measurements` …
/// @param problems each reference that the ledger does not know; its number counts as assumed
public record Coverage(String kind, ModelEvidence.Counts counts, List<Problem> problems) {

    private static final List<String> FILES = List.of("products", "populations", "insults", "observables");

    public Coverage {
        problems = List.copyOf(problems);
    }

    /// Of every model, every kind of library file and all measurements of the studies that ship.
    public static List<Coverage> of(Library library) {
        EvidenceLibrary evidence = EvidenceLibrary.read(library.evidence());
        List<Coverage> all = new ArrayList<>();
        library.models().forEach((name, file) -> all.add(of("model " + name,
                ModelEvidence.of(AntimonyReader.read(file), evidence))));
        for (String kind : FILES) {
            all.add(of(kind, ModelEvidence.NONE.with(LibraryNumbers.of(library, kind), evidence)));
        }
        List<Measurement> measurements = new ArrayList<>();
        for (String name : library.studies()) {
            Study study = StudyFile.read(library.study(name).resolve("study.yaml"), library);
            measurements.addAll(study.measurements());
        }
        all.add(measured(MeasuredEvidence.of(measurements, evidence)));
        return all;
    }

    private static Coverage of(String kind, ModelEvidence numbers) {
        return new Coverage(kind, numbers.counts(), numbers.problems());
    }

    private static Coverage measured(List<MeasuredEvidence> rows) {
        int[] count = new int[Standing.values().length];
        rows.forEach(row -> count[row.standing().ordinal()]++);
        int unverified = (int) rows.stream()
                .filter(r -> r.standing() == Standing.ASSUMED && r.citation().isPresent()).count();
        return new Coverage("measurements",
                new ModelEvidence.Counts(count[Standing.SOURCED.ordinal()], count[Standing.ASSUMED.ordinal()],
                        count[Standing.FLAGGED.ordinal()], unverified),
                rows.stream().flatMap(r -> r.problem().stream()).toList());
    }
}
