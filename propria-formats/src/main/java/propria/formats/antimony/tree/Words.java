package propria.formats.antimony.tree;

import java.util.Set;

/// The words that begin statements or join their parts, and so cannot be names.
public final class Words {

    /// Words before the names of a declaration.
    public static final Set<String> DECLARING = Set.of("species", "compartment", "const", "var", "substanceOnly",
            "reaction", "event", "formula", "gene", "operator", "DNA");

    private static final Set<String> OTHER = Set.of("model", "module", "end", "import", "function", "unit", "at",
            "after", "assert", "delete", "in", "is", "has");

    /// The titles that the writer puts before the parts of a model. They are comments, and are written anew each time.
    public static final Set<String> SECTIONS = Set.of("Units", "Compartments", "Species", "Parameters",
            "Values at time zero", "Rules", "Reactions", "Events", "Limits", "Functions");

    private Words() {
    }

    /// Whether a name would be taken for a part of the language.
    public static boolean isReserved(String name) {
        return DECLARING.contains(name) || OTHER.contains(name);
    }
}
