package propria.app.studio.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import propria.model.Model;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.SpeciesReference;
import propria.model.expression.Expression;
import propria.model.expression.References;

/// The mechanism as a network: species in their organs, and for each pair of species the reactions by which one sets the
/// pace of what makes or takes the other. Its fluxes are the rates of those reactions.
///
/// @param reactions the ids of the reactions, in the order in which rates are given
public record NetworkAnswer(List<ViewFile.Organ> organs, List<Node> nodes, List<Edge> edges, List<String> reactions) {

    public NetworkAnswer {
        organs = List.copyOf(organs);
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        reactions = List.copyOf(reactions);
    }

    /// A species.
    ///
    /// @param organ the id of its organ; `other` where the view names none
    public record Node(String id, String name, String organ) {
    }

    /// One species sets the pace of a reaction that changes another.
    ///
    /// @param makes whether the reaction makes the target, else it takes it
    /// @param reaction the place of the reaction in [NetworkAnswer#reactions]
    /// @param name what the reaction is called
    public record Edge(String from, String to, boolean makes, int reaction, String name, String place) {
    }

    /// The network of a model.
    public static NetworkAnswer of(Model model, ViewFile view) {
        Map<String, String> organOf = new LinkedHashMap<>();
        view.organs().forEach(organ -> organ.species().forEach(id -> organOf.put(id, organ.id())));
        List<Node> nodes = model.species().stream().map(s -> new Node(s.id(), s.description().name().orElse(s.id()),
                organOf.getOrDefault(s.id(), "other"))).toList();
        Map<String, Expression> derived = new LinkedHashMap<>();
        for (Rule rule : model.rules()) {
            if (rule instanceof Rule.Assignment(var id, var formula, var _)) {
                derived.put(id, formula);
            }
        }
        Set<String> species = new LinkedHashSet<>(model.species().stream().map(Species::id).toList());
        List<String> reactions = model.reactions().stream().map(Reaction::id).toList();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < model.reactions().size(); i++) {
            Reaction reaction = model.reactions().get(i);
            Set<String> drivers = reaction.rateLaw().map(law -> drivers(law, derived, species)).orElse(Set.of());
            edges(reaction, i, drivers, edges);
        }
        return new NetworkAnswer(view.organs(), nodes, edges, reactions);
    }

    private static void edges(Reaction reaction, int index, Set<String> drivers, List<Edge> edges) {
        String name = reaction.description().name().orElse(reaction.id());
        String place = reaction.definedAt().file() + ":" + reaction.definedAt().line();
        for (String driver : drivers) {
            for (SpeciesReference product : reaction.products()) {
                add(new Edge(driver, product.species(), true, index, name, place), edges);
            }
            for (SpeciesReference reactant : reaction.reactants()) {
                add(new Edge(driver, reactant.species(), false, index, name, place), edges);
            }
        }
    }

    private static void add(Edge edge, List<Edge> edges) {
        if (!edge.from().equals(edge.to())) {
            edges.add(edge);
        }
    }

    /// The species that a formula names, itself or through derived quantities.
    private static Set<String> drivers(Expression formula, Map<String, Expression> derived, Set<String> species) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(References.of(formula));
        while (!open.isEmpty()) {
            String id = open.removeLast();
            if (seen.add(id)) {
                if (species.contains(id)) {
                    found.add(id);
                } else if (derived.containsKey(id)) {
                    open.addAll(References.of(derived.get(id)));
                }
            }
        }
        return found;
    }
}
