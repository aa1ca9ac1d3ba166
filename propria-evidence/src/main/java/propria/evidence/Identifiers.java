package propria.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The names under which the world knows a source.
///
/// @param doi the digital object identifier, without the resolver
/// @param pmid the PubMed number
/// @param pmcid the PubMed Central identifier, beginning with `PMC`
/// @param url an address
public record Identifiers(Optional<String> doi, Optional<String> pmid, Optional<String> pmcid, Optional<String> url) {

    /// The most stable one, as people write it: `doi:…`, `PMID:…`, `PMCID:…`, or the address.
    public Optional<String> best() {
        return doi.map(d -> "doi:" + d).or(() -> pmid.map(p -> "PMID:" + p)).or(() -> pmcid.map(p -> "PMCID:" + p))
                .or(() -> url);
    }

    /// An address that a browser opens.
    public Optional<String> link() {
        return doi.map(d -> "https://doi.org/" + d)
                .or(() -> pmid.map(p -> "https://pubmed.ncbi.nlm.nih.gov/" + p + "/"))
                .or(() -> pmcid.map(p -> "https://pmc.ncbi.nlm.nih.gov/articles/" + p + "/")).or(() -> url);
    }

    List<Reference> references() {
        List<Reference> all = new ArrayList<>();
        doi.ifPresent(d -> all.add(Reference.of("doi:" + d)));
        pmid.ifPresent(p -> all.add(Reference.of("pmid:" + p)));
        pmcid.ifPresent(p -> all.add(Reference.of("pmcid:" + p)));
        url.ifPresent(u -> all.add(Reference.of(u).withoutClaim()));
        return all.stream().distinct().toList();
    }
}
