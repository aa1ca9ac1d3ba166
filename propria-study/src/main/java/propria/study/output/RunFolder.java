package propria.study.output;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import propria.evidence.ModelEvidence;
import propria.evidence.citation.BibTexEntry;
import propria.formats.hash.Hash;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.Study;
import propria.study.retraction.SourceInfluenceFile;
import propria.study.run.work.StudyBundle;
import propria.study.summary.SummaryRow;

/// Writes run folders.
public final class RunFolder {

    private RunFolder() {
    }

    /// Whether a run could be written there; makes the folders above it.
    ///
    /// @throws ProblemException S050 when something is there, S051 when nothing can be written
    public static void check(Path folder) {
        Path parent = parent(folder);
        try {
            if (Files.exists(folder) && !(Files.isDirectory(folder) && isEmpty(folder))) {
                throw new ProblemException(Problem.error("S050", SourceLocation.of(folder.toString()),
                        "the folder is there already", "a run never overwrites another",
                        "name another with --out, or remove it"));
            }
            Files.createDirectories(parent);
            Files.delete(Files.createTempFile(parent, ".propria", ".tmp"));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static Path parent(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return Optional.ofNullable(absolute.getParent()).orElse(absolute);
    }

    /// One hash over all that a run of a study reads.
    ///
    /// @throws ProblemException S051 when it cannot be read
    public static String inputs(Study study, ModelEvidence evidence) {
        try {
            return Hash.of(new InputNames(study).hashes(study, evidence.chain()).toString());
        } catch (IOException e) {
            throw unwritable(study.files().folder(), e);
        }
    }

    /// All that a run of a study reads, to be sent elsewhere.
    ///
    /// @param key names the run
    /// @throws ProblemException S051 when it cannot be read
    public static StudyBundle bundle(Study study, ModelEvidence evidence, long seed, int draws, String key) {
        try {
            return StudyBundle.of(new InputNames(study).files(study, evidence.chain()), seed, draws, key);
        } catch (IOException e) {
            throw unwritable(study.files().folder(), e);
        }
    }

    /// Writes a run.
    ///
    /// @param csv whether subjects are written as CSV, else as Parquet
    /// @return the hash of `summary.csv`
    /// @throws ProblemException S051 when it cannot be written
    public static String write(RunRecord run, Path folder, boolean csv) {
        Path parent = parent(folder);
        try {
            Files.createDirectories(parent);
            Path partial = Files.createDirectory(parent.resolve("." + folder.getFileName() + ".partial-"
                    + ProcessHandle.current().pid() + "-" + System.nanoTime()));
            try {
                String hash = files(run, partial, csv);
                move(partial, folder);
                return hash;
            } finally {
                delete(partial);
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static String files(RunRecord run, Path folder, boolean csv) throws IOException {
        InputNames names = new InputNames(run.study());
        String summary = ResultTables.summary(SummaryRow.ofSubjects(run.study(), run.outcomes())).toString();
        text(folder, "summary.csv", summary);
        text(folder, "bands.csv", ResultTables.summary(SummaryRow.ofMeans(run.study(), run.outcomes())).toString());
        text(folder, "endpoints.csv", ResultTables.endpoints(run).toString());
        text(folder, "measurements.csv", ResultTables.measurements(run.predictions()).toString());
        text(folder, "influence.csv", ResultTables.influence(run).toString());
        text(folder, "parameters.csv", EvidenceTables.parameters(run.evidence(), names).toString());
        text(folder, "sources.csv", EvidenceTables.sources(run).toString());
        text(folder, SourceInfluenceFile.NAME, SourceInfluenceFile.write(run.sources()));
        text(folder, "dictionary.csv", ResultTables.dictionary().toString());
        if (csv) {
            new SubjectTable(run.study(), run.outcomes()).csv(folder.resolve("subjects.csv"));
        } else {
            Parquet.write(new SubjectTable(run.study(), run.outcomes()), folder.resolve("subjects.parquet"));
        }
        String hash = Hash.of(summary);
        Instant now = Instant.now();
        String created = now.truncatedTo(ChronoUnit.SECONDS).toString();
        InputArchive.write(folder, names.files(run.study(), EvidenceTables.all(run)));
        text(folder, "sources.bib", EvidenceTables.all(run).stream().map(s -> BibTexEntry.of(s).toString())
                .collect(Collectors.joining("\n")));
        text(folder, "manifest.json", Manifest.of(run, names, hash, now));
        text(folder, "prov.json", Provenance.of(run, folder, created));
        text(folder, "ro-crate-metadata.json", ResearchObject.of(run, folder, created));
        return hash;
    }

    private static void text(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static void move(Path partial, Path folder) throws IOException {
        if (Files.isDirectory(folder) && isEmpty(folder)) {
            Files.delete(folder);
        }
        try {
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }

    private static ProblemException unwritable(Path folder, IOException e) {
        return new ProblemException(Problem.error("S051", SourceLocation.of(folder.toString()),
                "the run cannot be written there", String.valueOf(e), "choose a place that you may write to"));
    }
}
