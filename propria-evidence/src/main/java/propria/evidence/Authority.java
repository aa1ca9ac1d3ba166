package propria.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who is asked about the standing of a source. Each of the three is asked by itself and its answer is kept by itself;
/// files may name others, such as the publisher.
public enum Authority {
    /// The links between a PubMed record and its notices.
    PUBMED("PubMed"),
    /// The `updated-by` relations of a Crossref record that publishers deposit.
    CROSSREF("Crossref"),
    /// The Retraction Watch database, as a file or as relayed by Crossref.
    RETRACTION_WATCH("Retraction Watch");

    private final String plain;

    Authority(String plain) {
        this.plain = plain;
    }

    /// As said to people and as written in files: `Retraction Watch`.
    public String plain() {
        return plain;
    }

    /// The authority of that name; case, blanks and hyphens aside. Empty for any other.
    public static Optional<Authority> named(String name) {
        return Arrays.stream(values()).filter(a -> letters(a.plain).equals(letters(name))).findFirst();
    }

    /// Whether it records such notices at all: Retraction Watch keeps no list of corrections or of published preprints,
    /// so its silence about one says nothing.
    public boolean records(Integrity.Status status) {
        return this != RETRACTION_WATCH
                || !List.of(Integrity.Status.CORRECTED, Integrity.Status.PREPRINT_SUPERSEDED).contains(status);
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
