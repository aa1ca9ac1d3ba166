package propria.app.cli.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.app.report.data.Manifest;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Integrity;
import propria.evidence.Source;

/// What has changed in the standing of the sources of a run since it was made: the snapshot in its manifest against the
/// ledger of today.
///
/// @param changes one for each source with another status, date or notice
/// @param missing sources of the run that the ledger no longer has
public record StandingChanges(List<Change> changes, List<String> missing) {

    public StandingChanges {
        changes = List.copyOf(changes);
        missing = List.copyOf(missing);
    }

    /// One source.
    ///
    /// @param before the status when the run was made
    /// @param after what the ledger says now
    /// @param worse whether the source is in doubt now and was not
    public record Change(String source, String before, String after, boolean worse) {

        /// `frede-2022: not checked → retracted, 3 Mar 2026, PMID:1 (PubMed)`.
        public String line() {
            return source + ": " + before + " → " + after;
        }

        /// For `--json`.
        public Map<String, Object> map() {
            return Map.of("source", source, "before", before, "after", after, "worse", worse);
        }
    }

    /// Compares.
    public static StandingChanges of(Manifest manifest, EvidenceLibrary now) {
        List<Change> changes = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Manifest.Standing was : manifest.integrity()) {
            Optional<Source> source = now.source(was.source());
            if (source.isEmpty()) {
                missing.add(was.source());
            } else if (differs(was, source.get())) {
                boolean doubted = List.of("replaced", "expression_of_concern", "retracted").contains(was.status());
                changes.add(new Change(was.source(), was.status().replace('_', ' '),
                        source.get().verdict().map(Integrity::line).orElse(source.get().status().plain()),
                        source.get().status().isInDoubt() && !doubted));
            }
        }
        return new StandingChanges(changes, missing);
    }

    private static boolean differs(Manifest.Standing was, Source source) {
        Optional<Integrity> verdict = source.verdict();
        return !was.status().equals(source.status().word())
                || !was.date().equals(verdict.flatMap(Integrity::date).map(Object::toString).orElse(""))
                || !was.notice().equals(verdict.flatMap(Integrity::notice).orElse(""));
    }
}
