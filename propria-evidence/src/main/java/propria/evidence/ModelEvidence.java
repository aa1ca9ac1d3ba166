package propria.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import propria.model.Compartment;
import propria.model.InitialAssignment;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Rule;
import propria.model.Species;
import propria.model.problem.Problem;
import propria.model.problem.SourceLocation;

/// What the numbers of a model stand on.
///
/// A number is a parameter that has a value of its own; a parameter that a rule or an initial assignment computes is not
/// one. It is flagged when any source it cites is in doubt, else sourced when it cites a statement that was read in its
/// source, else assumed.
///
/// @param parameters each number, by id, in the order of the model
/// @param problems E101 and E102 for every reference of any element that the library does not know
public record ModelEvidence(SequencedMap<String, ParameterEvidence> parameters, List<Problem> problems) {

    /// Of nothing.
    public static final ModelEvidence NONE = new ModelEvidence(new LinkedHashMap<>(), List.of());

    public ModelEvidence {
        parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
        problems = List.copyOf(problems);
    }

    /// How many numbers stand on what.
    ///
    /// @param sourced read in a source that is not in doubt
    /// @param assumed no source, or none that was read
    /// @param flagged at least one source in doubt
    /// @param unverified of the assumed ones, those that cite a statement nobody has looked up
    public record Counts(int sourced, int assumed, int flagged, int unverified) {

        /// All of them.
        public int total() {
            return sourced + assumed + flagged;
        }

        /// As a status line says it: `148 numbers: 129 sourced, 17 assumed, 2 flagged`.
        public String line() {
            return total() + " numbers: " + sourced + " sourced, " + assumed + " assumed, " + flagged + " flagged";
        }
    }

    /// Looks up every reference of a model.
    public static ModelEvidence of(Model model, EvidenceLibrary library) {
        SequencedMap<String, ParameterEvidence> parameters = new LinkedHashMap<>();
        Set<String> computed = computed(model);
        for (Parameter parameter : model.parameters()) {
            if (parameter.value().isPresent() && !computed.contains(parameter.id())) {
                parameters.put(parameter.id(), evidence(parameter, library));
            }
        }
        List<Problem> problems = cited(model).flatMap(c -> c.references().stream()
                .filter(r -> library.find(r).isEmpty()).map(r -> library.unknown(r, c.place()))).toList();
        return new ModelEvidence(parameters, problems);
    }

    /// What further numbers stand on besides: those that products, populations and insults bring.
    public ModelEvidence with(List<Parameter> further, EvidenceLibrary library) {
        SequencedMap<String, ParameterEvidence> all = new LinkedHashMap<>(parameters);
        further.forEach(p -> all.put(p.id(), evidence(p, library)));
        List<Problem> found = new ArrayList<>(problems);
        further.forEach(p -> p.description().sources().stream().filter(r -> library.find(r).isEmpty())
                .forEach(r -> found.add(library.unknown(r, p.definedAt()))));
        return new ModelEvidence(all, found);
    }

    private static ParameterEvidence evidence(Parameter parameter, EvidenceLibrary library) {
        List<Citation> citations = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String reference : parameter.description().sources()) {
            library.find(reference).ifPresentOrElse(citations::add, () -> unknown.add(reference));
        }
        return ParameterEvidence.of(parameter, citations, unknown);
    }

    private static Set<String> computed(Model model) {
        Stream<String> ruled = model.rules().stream().flatMap(rule -> switch (rule) {
            case Rule.Assignment assignment -> Stream.of(assignment.variable());
            case Rule.Rate _ -> Stream.<String>empty();
            case Rule.Algebraic _ -> Stream.<String>empty();
        });
        return Stream.concat(ruled, model.initialAssignments().stream().map(InitialAssignment::variable))
                .collect(Collectors.toSet());
    }

    private record Cited(List<String> references, SourceLocation place) {
    }

    private static Stream<Cited> cited(Model model) {
        Stream<Cited> numbers = model.parameters().stream().map(ModelEvidence::cited);
        Stream<Cited> spaces = model.compartments().stream()
                .map((Compartment c) -> new Cited(c.description().sources(), c.definedAt()));
        Stream<Cited> states = model.species().stream()
                .map((Species s) -> new Cited(s.description().sources(), s.definedAt()));
        Stream<Cited> processes = model.reactions().stream()
                .map((Reaction r) -> new Cited(r.description().sources(), r.definedAt()));
        Stream<Cited> locals = model.reactions().stream().flatMap(r -> r.localParameters().stream())
                .map(ModelEvidence::cited);
        return Stream.of(numbers, spaces, states, processes, locals).flatMap(s -> s);
    }

    private static Cited cited(Parameter parameter) {
        return new Cited(parameter.description().sources(), parameter.definedAt());
    }

    /// What a number stands on; empty when the model has no such number.
    public Optional<ParameterEvidence> of(String id) {
        return Optional.ofNullable(parameters.get(id));
    }

    /// How many numbers stand on what.
    public Counts counts() {
        int[] count = new int[Standing.values().length];
        parameters.values().forEach(p -> count[p.standing().ordinal()]++);
        long unverified = parameters.values().stream()
                .filter(p -> p.standing() == Standing.ASSUMED && !p.citations().isEmpty()).count();
        return new Counts(count[Standing.SOURCED.ordinal()], count[Standing.ASSUMED.ordinal()],
                count[Standing.FLAGGED.ordinal()], (int) unverified);
    }

    /// The sources that any number cites, in the order of first use.
    public SequencedSet<Source> sources() {
        return parameters.values().stream().flatMap(p -> p.sources().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// The sources that any number cites and all that is behind them, in the order of first use.
    public SequencedSet<Source> chain() {
        return parameters.values().stream().flatMap(p -> p.chain().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// How many numbers cite each source, by key.
    public Map<String, Integer> usedBy() {
        Map<String, Integer> used = new TreeMap<>();
        parameters.values().forEach(p -> p.sources().forEach(s -> used.merge(s.key(), 1, Integer::sum)));
        return used;
    }
}
