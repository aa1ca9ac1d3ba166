package propria.formats.antimony.comment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import propria.formats.antimony.tree.Comment;
import propria.formats.antimony.tree.Words;
import propria.model.Compartment;
import propria.model.Description;
import propria.model.Description.Annotation;
import propria.model.Event;
import propria.model.FunctionDefinition;
import propria.model.Model;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Species;
import propria.model.problem.SourceLocation;

/// Puts each comment to what it stands at: one on a line of its own to what is defined next, one behind a statement to
/// what that statement defines, one at the end of a model that others use to what that model defines last, what comes
/// after the last definition to the main model. They become statements with the
/// qualifiers below, which any format that keeps statements carries.
public final class Comments {

    /// On lines of its own, before what it speaks of.
    public static final String BEFORE = "comment";

    /// Behind what it speaks of, on the same line.
    public static final String BEHIND = "remark";

    /// After all that a model defines.
    public static final String AFTER = "closing";

    private final Map<SourceLocation, List<Annotation>> statements = new HashMap<>();

    private Comments(NavigableSet<SourceLocation> places, SourceLocation model, List<Comment> comments) {
        for (Comment comment : comments) {
            Optional<SourceLocation> before = sameFile(comment, places.floor(comment.place()));
            Optional<SourceLocation> after = sameFile(comment, places.ceiling(comment.place()));
            boolean belongsToLast = comment.behind() || comment.last() && after.isPresent();
            if (belongsToLast && before.isPresent()) {
                add(before.get(), BEHIND, comment);
            } else if (after.isPresent()) {
                add(after.get(), BEFORE, comment);
            } else if (before.isPresent()) {
                add(model, AFTER, comment);
            }
        }
    }

    private static Optional<SourceLocation> sameFile(Comment comment, @Nullable SourceLocation place) {
        return Optional.ofNullable(place).filter(found -> found.file().equals(comment.place().file()));
    }

    private void add(SourceLocation place, String qualifier, Comment comment) {
        comment.text().lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !Words.SECTIONS.contains(line))
                .forEach(line -> statements.computeIfAbsent(place, _ -> new ArrayList<>())
                        .add(new Annotation(qualifier, line)));
    }

    /// The model with the comments in it.
    ///
    /// @param place where the text of the main model begins
    public static Model in(Model model, SourceLocation place, List<Comment> comments) {
        if (comments.isEmpty()) {
            return model;
        }
        NavigableSet<SourceLocation> places = new TreeSet<>();
        places.add(place);
        model.compartments().forEach(c -> places.add(c.definedAt()));
        model.species().forEach(s -> places.add(s.definedAt()));
        model.parameters().forEach(p -> places.add(p.definedAt()));
        model.functions().forEach(f -> places.add(f.definedAt()));
        model.reactions().forEach(r -> places.add(r.definedAt()));
        model.events().forEach(e -> places.add(e.definedAt()));
        return new Comments(places, place, comments).with(model, place);
    }

    private Model with(Model m, SourceLocation place) {
        return new Model(m.id(), with(m.description(), place), m.units(), m.defaults(),
                m.compartments().stream().map(c -> isMadeUp(c, m) ? c : with(c)).toList(),
                m.species().stream().map(this::with).toList(),
                m.parameters().stream().map(p -> new Parameter(p.id(), p.value(), p.constant(), p.unit(),
                        with(p.description(), p.definedAt()), p.definedAt())).toList(),
                m.functions().stream().map(f -> new FunctionDefinition(f.id(), f.parameters(), f.body(),
                        with(f.description(), f.definedAt()), f.definedAt())).toList(),
                m.reactions().stream().map(this::with).toList(), m.rules(), m.initialAssignments(),
                m.events().stream().map(this::with).toList(), m.constraints(), m.conversionFactor());
    }

    /// Whether nothing in the text defines a compartment: it stands where the first species is that needs it.
    private static boolean isMadeUp(Compartment compartment, Model model) {
        return model.species().stream().anyMatch(species -> species.definedAt().equals(compartment.definedAt()));
    }

    private Compartment with(Compartment c) {
        return new Compartment(c.id(), c.dimensions(), c.size(), c.constant(), c.unit(),
                with(c.description(), c.definedAt()), c.definedAt());
    }

    private Species with(Species s) {
        return new Species(s.id(), s.compartment(), s.initial(), s.initialKind(), s.substanceOnly(), s.boundary(),
                s.constant(), s.unit(), s.conversionFactor(), with(s.description(), s.definedAt()), s.definedAt());
    }

    private Reaction with(Reaction r) {
        return new Reaction(r.id(), r.reactants(), r.products(), r.modifiers(), r.rateLaw(), r.localParameters(),
                r.reversible(), r.fast(), r.compartment(), with(r.description(), r.definedAt()), r.definedAt());
    }

    private Event with(Event e) {
        return new Event(e.id(), e.trigger(), e.triggerInitially(), e.persistent(), e.delay(), e.priority(),
                e.valuesFromTrigger(), e.assignments(), with(e.description(), e.definedAt()), e.definedAt());
    }

    private Description with(Description description, SourceLocation place) {
        List<Annotation> more = statements.getOrDefault(place, List.of());
        return more.isEmpty()
                ? description
                : new Description(description.name(), description.sources(), description.interval(),
                        Stream.concat(description.annotations().stream(), more.stream()).toList(),
                        description.notes());
    }
}
