package propria.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import propria.evidence.Integrity.Status;
import propria.evidence.bias.Reporting;
import propria.evidence.bias.RiskOfBias;
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
/// @param bias how likely it is to mislead by the way it was done, where somebody has judged that
/// @param reporting how completely it was reported, where somebody has looked
/// @param restsOn the sources that it took its numbers from, as a review or a page that reports others does; references
/// @param claims what was taken from it
/// @param definedAt the file
public record Source(String key, String title, String citation, Identifiers identifiers, SourceKind kind,
        Optional<String> species, Mark mark, Optional<String> read, Optional<String> study, List<String> datasets,
        Optional<String> notes, List<Integrity> integrity, Optional<RiskOfBias> bias,
        Optional<Reporting> reporting, List<String> restsOn,
        List<Claim> claims, SourceLocation definedAt) {

    public Source {
        datasets = List.copyOf(datasets);
        integrity = List.copyOf(integrity);
        restsOn = List.copyOf(restsOn);
        claims = List.copyOf(claims);
    }

    /// What the authorities say, merged by the rule of [MergedIntegrity].
    public MergedIntegrity merged() {
        return MergedIntegrity.of(integrity);
    }

    /// The standing that holds.
    public Status status() {
        return merged().status();
    }

    /// The record that decides [#status()].
    public Optional<Integrity> verdict() {
        return merged().deciding();
    }

    /// The same source after an authority has said something more.
    public Source with(Integrity said) {
        List<Integrity> all = new ArrayList<>(integrity);
        all.add(said);
        return new Source(key, title, citation, identifiers, kind, species, mark, read, study, datasets, notes, all,
                bias, reporting, restsOn, claims, definedAt);
    }

    /// The statement of that name, case aside.
    public Optional<Claim> claim(String id) {
        String wanted = id.toLowerCase(Locale.ROOT);
        return claims.stream().filter(c -> c.id().equals(wanted)).findFirst();
    }
}
