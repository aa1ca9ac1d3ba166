package propria.formats.sedml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An algorithm of the Kinetic Simulation Algorithm Ontology (Courtot et al. 2011, Mol. Syst. Biol. 7:543), and what can
/// stand in for it.
///
/// @param id as `KISAO:0000019`
/// @param name as the ontology says it
public record KisaoTerm(String id, String name, Kind kind) {

    private static final Map<String, KisaoTerm> ALL = read();

    /// What an algorithm solves, and how.
    public enum Kind {
        /// Backward differentiation formulas themselves.
        BDF,
        /// Rosenbrock methods themselves.
        ROSENBROCK,
        /// Another way to solve differential equations step by step.
        STEPS,
        /// Gillespie's direct method itself.
        DIRECT,
        /// The next reaction method itself.
        NEXT_REACTION,
        /// Another exact way to draw turns of reactions.
        TURNS,
        /// Tau-leaping itself.
        TAU_LEAPING,
        /// Another way to draw many turns at once.
        LEAPS,
        /// A search for a state in which nothing changes.
        STEADY,
        /// A problem of another kind.
        OTHER
    }

    /// The term with an id; empty for those that are not known here.
    public static Optional<KisaoTerm> of(String id) {
        return Optional.ofNullable(ALL.get(id));
    }

    private static Map<String, KisaoTerm> read() {
        Map<String, KisaoTerm> terms = new HashMap<>();
        try (InputStream table = KisaoTerm.class.getResourceAsStream("/propria/formats/kisao.tsv")) {
            String text = table == null ? "" : new String(table.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().skip(1).map(line -> line.split("\t", -1)).forEach(cells -> terms.put(cells[0],
                    new KisaoTerm(cells[0], cells[1], Kind.valueOf(cells[2].toUpperCase(Locale.ROOT)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(terms);
    }
}
