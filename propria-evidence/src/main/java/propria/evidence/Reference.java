package propria.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A reference taken apart. DOIs and keys are compared without regard to case, as the DOI handbook (section 2.4) asks.
///
/// @param name the source, written one way only: `doi:…`, `pmid:…`, `pmcid:…`, `//host/path`, or a key
/// @param claim the part after `#`
/// @param relation the word after `;` behind the claim: how the number follows from it
record Reference(String name, Optional<String> claim, Optional<String> relation) {

    private static final List<String> DOI = List.of("https://doi.org/", "http://doi.org/", "https://dx.doi.org/",
            "http://dx.doi.org/", "https://identifiers.org/doi/", "http://identifiers.org/doi/",
            "https://identifiers.org/doi:", "http://identifiers.org/doi:", "urn:miriam:doi:", "doi:");
    private static final List<String> PMID = List.of("https://identifiers.org/pubmed/",
            "http://identifiers.org/pubmed/",
            "https://identifiers.org/pubmed:", "http://identifiers.org/pubmed:", "https://pubmed.ncbi.nlm.nih.gov/",
            "http://www.ncbi.nlm.nih.gov/pubmed/", "https://www.ncbi.nlm.nih.gov/pubmed/", "urn:miriam:pubmed:",
            "pmid:");
    private static final List<String> PMCID = List.of("https://identifiers.org/pmc/", "https://identifiers.org/pmc:",
            "https://pmc.ncbi.nlm.nih.gov/articles/", "https://www.ncbi.nlm.nih.gov/pmc/articles/", "pmcid:");

    static Reference of(String text) {
        String all = text.strip();
        int hash = all.indexOf('#');
        String name = hash < 0 ? all : all.substring(0, hash);
        String[] fragment = (hash < 0 ? "" : all.substring(hash + 1)).toLowerCase(Locale.ROOT).split(";", 2);
        return new Reference(plain(name), Optional.of(fragment[0].strip()).filter(c -> !c.isEmpty()),
                fragment.length < 2 ? Optional.empty() : Optional.of(fragment[1].strip()));
    }

    Reference withoutClaim() {
        return new Reference(name, Optional.empty(), Optional.empty());
    }

    private static String plain(String name) {
        return strip(name, DOI).map(rest -> "doi:" + rest).or(() -> strip(name, PMID).map(rest -> "pmid:" + rest))
                .or(() -> strip(name, PMCID).map(rest -> "pmcid:" + rest)).orElseGet(() -> address(name));
    }

    private static Optional<String> strip(String name, List<String> prefixes) {
        String lower = withoutSlash(name.toLowerCase(Locale.ROOT));
        return prefixes.stream().filter(lower::startsWith).map(p -> lower.substring(p.length()).strip())
                .filter(rest -> !rest.isEmpty()).findFirst();
    }

    /// An address keeps the case of its path and loses its scheme; anything else is a key.
    private static String address(String name) {
        int slashes = name.indexOf("://");
        return slashes < 0 ? name.toLowerCase(Locale.ROOT) : withoutSlash(name.substring(slashes + 1));
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
