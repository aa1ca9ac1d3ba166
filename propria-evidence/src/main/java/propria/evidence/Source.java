package propria.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import propria.evidence.Integrity.Status;
import propria.model.problem.SourceLocation;

/// A paper, data set, model file or page that numbers were taken from: one file of `library/evidence`.
///
/// @param key the name in this library, such as `lo-2016`; also the name of the file
/// @param title the title, or a description where the title is not recorded
/// @param citation enough to find it
/// @param identifiers DOI, PMID, PMCID, address
/// @param kind what sort of document
/// @param species the species studied
/// @param mark whether it was read
/// @param read what of it was read
/// @param study the row of a study table that it stands for
/// @param datasets the time-course data sets that it stands for
/// @param notes caution for whoever uses it
/// @param integrity what the authorities say, as written
/// @param claims what was taken from it
/// @param definedAt the file
public record Source(String key, String title, String citation, Identifiers identifiers, SourceKind kind,
        Optional<String> species, Mark mark, Optional<String> read, Optional<String> study, List<String> datasets,
        Optional<String> notes, List<Integrity> integrity, List<Claim> claims, SourceLocation definedAt) {

    public Source {
        datasets = List.copyOf(datasets);
        integrity = List.copyOf(integrity);
        claims = List.copyOf(claims);
    }

    /// The most serious of what the authorities say.
    public Status status() {
        return Status.worst(integrity.stream().map(Integrity::status).toList());
    }

    /// The record that decides [#status()]: of the most serious ones the first that has a date, else the first.
    public Optional<Integrity> verdict() {
        Status worst = status();
        return integrity.stream().filter(i -> i.status() == worst)
                .min(Comparator.comparing((Integrity i) -> i.date().isEmpty()));
    }

    /// The statement of that name, case aside.
    public Optional<Claim> claim(String id) {
        String wanted = id.toLowerCase(Locale.ROOT);
        return claims.stream().filter(c -> c.id().equals(wanted)).findFirst();
    }
}
