package propria.app.cli.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import propria.app.cli.explain.ModelIndex.Element;
import propria.app.cli.explain.ModelIndex.Touch;
import propria.app.cli.library.LibraryFolder;
import propria.app.cli.terminal.Terminal;
import propria.app.text.Figures;
import propria.evidence.EvidenceLibrary;
import propria.evidence.ModelEvidence;
import propria.evidence.ParameterEvidence;
import propria.evidence.Source;
import propria.evidence.Standing;
import propria.model.Parameter;
import propria.model.Reaction;
import propria.model.Species;
import propria.model.SpeciesReference;
import propria.model.expression.Expression;
import propria.model.expression.Print;
import propria.model.problem.SourceLocation;
import propria.study.library.Translation;

/// A quantity of a model written out: what it is, every reaction that touches it with its rate law, and the value, unit,
/// sources and place of every parameter in those.
public final class QuantityText {

    private final ModelIndex index;
    private final ModelEvidence evidence;
    private final EvidenceLibrary sources;
    private final LibraryFolder library;
    private final Terminal terminal;

    public QuantityText(ModelIndex index, EvidenceLibrary sources, LibraryFolder library, Terminal terminal) {
        this.index = index;
        this.sources = sources;
        this.evidence = ModelEvidence.of(index.model(), sources);
        this.library = library;
        this.terminal = terminal;
    }

    /// Says everything about an element and returns it as an entry of a JSON answer.
    public Map<String, Object> write(Element element) {
        Map<String, Object> entry = head(element);
        List<Map<String, Object>> reactions = new ArrayList<>();
        if (element.kind().equals("parameter")) {
            index.model().parameters().stream().filter(p -> p.id().equals(element.id())).findFirst()
                    .ifPresent(p -> entry.put("value", parameter(p, "  ")));
            translation(element).ifPresent(words -> entry.put("mouse_to_human", words));
        }
        index.formula(element.id()).ifPresent(formula -> {
            terminal.answer("  = " + shown(formula));
            entry.put("formula", shown(formula));
            entry.put("parameters", parameters(formula, "    "));
        });
        index.reaction(element.id()).ifPresent(r -> reactions.add(reaction(new Touch(r, ""))));
        List<Touch> touches = index.touches(element.id());
        section(touches.stream().filter(t -> !t.change().isEmpty()).toList(), "Changed by ", reactions);
        section(touches.stream().filter(t -> t.change().isEmpty()).toList(), "Sets the rate of ", reactions);
        entry.put("reactions", reactions);
        List<Element> used = index.usedIn(element.id());
        if (!used.isEmpty()) {
            terminal.answer("");
            terminal.answer(terminal.strong("Enters " + Figures.count(used.size(), "derived quantity")));
            used.forEach(e -> terminal.answer("  " + e.shown() + ": " + e.name() + "  "
                    + terminal.faint(place(e.place()))));
            entry.put("enters", used.stream().map(Element::shown).toList());
        }
        return entry;
    }

    /// What is done with the value of the mouse to get that of people.
    private Optional<String> translation(Element element) {
        return Optional.ofNullable(Translation.read(library.path()).get(element.id())).map(t -> {
            String words = t.how().name().toLowerCase(Locale.ROOT).replace('_', '-') + ": " + t.rule()
                    + t.source().map(source -> " (" + source + ")").orElse("");
            terminal.answer("  from mouse to human " + words);
            return words;
        });
    }

    private Map<String, Object> head(Element element) {
        String unit = element.unit().map(u -> " [" + u + "]").orElse("");
        terminal.answer(terminal.strong(element.shown()) + ": " + element.name() + unit + ", " + element.kind() + "  "
                + terminal.faint(place(element.place())));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", element.shown());
        entry.put("kind", element.kind());
        entry.put("name", element.name());
        element.unit().ifPresent(u -> entry.put("unit", u));
        entry.put("place", place(element.place()));
        Optional<Species> species = index.model().species().stream().filter(s -> s.id().equals(element.id()))
                .findFirst();
        species.map(Species::initial).filter(OptionalDouble::isPresent).ifPresent(initial -> {
            terminal.answer("  starts at " + Figures.of(initial.getAsDouble()));
            entry.put("initial", initial.getAsDouble());
        });
        return entry;
    }

    private void section(List<Touch> touches, String title, List<Map<String, Object>> into) {
        if (touches.isEmpty()) {
            return;
        }
        terminal.answer("");
        terminal.answer(terminal.strong(title + Figures.count(touches.size(), "reaction")));
        touches.forEach(touch -> into.add(reaction(touch)));
    }

    private Map<String, Object> reaction(Touch touch) {
        Reaction r = touch.reaction();
        Map<String, Object> entry = new LinkedHashMap<>();
        String id = r.id().replace("__", ".");
        String sign = touch.change().isEmpty() ? "  " : touch.change() + " ";
        terminal.answer(sign + terminal.strong(r.description().name().orElse(id)) + "  "
                + terminal.faint(id + "  " + place(r.definedAt())));
        terminal.answer("    " + side(r.reactants()) + "→ " + side(r.products()).stripTrailing());
        entry.put("id", id);
        r.description().name().ifPresent(name -> entry.put("name", name));
        entry.put("change", touch.change());
        entry.put("place", place(r.definedAt()));
        r.rateLaw().ifPresent(law -> {
            terminal.answer("    rate " + shown(law));
            entry.put("rate", shown(law));
            entry.put("parameters", parameters(law, "      "));
        });
        List<String> cited = r.description().sources().stream().map(this::source).toList();
        if (!cited.isEmpty()) {
            terminal.answer("    after " + String.join("; ", cited));
            entry.put("sources", cited);
        }
        return entry;
    }

    private static String side(List<SpeciesReference> references) {
        return references.stream().map(ref -> {
            String factor = Print.of(ref.stoichiometry());
            return (factor.equals("1") ? "" : factor + " ") + ref.species().replace("__", ".");
        }).collect(Collectors.joining(" + ", "", references.isEmpty() ? "" : " "));
    }

    private List<Map<String, Object>> parameters(Expression formula, String indent) {
        for (Element derived : index.derivedOf(formula)) {
            terminal.answer(indent + terminal.faint(derived.shown() + " is " + derived.name() + ", derived"));
        }
        return index.parametersOf(formula).stream().map(p -> parameter(p, indent)).toList();
    }

    private Map<String, Object> parameter(Parameter p, String indent) {
        Map<String, Object> entry = new LinkedHashMap<>();
        String id = p.id().replace("__", ".");
        Optional<ParameterEvidence> own = evidence.of(p.id());
        String standing = own.map(e -> e.standing()).map(QuantityText::sign).orElse("");
        StringBuilder line = new StringBuilder(indent).append(id).append(" = ")
                .append(p.value().isPresent() ? Figures.significant(p.value().getAsDouble(), 4) : "computed");
        p.unit().ifPresent(unit -> line.append(' ').append(unit));
        p.description().interval()
                .ifPresent(
                        i -> line.append(" (").append(Figures.of(i.low())).append(" to ").append(Figures.of(i.high()))
                                .append(')'));
        terminal.answer(line + "  " + standing + "  " + terminal.faint(place(p.definedAt())));
        p.description().name().ifPresent(name -> terminal.answer(indent + "  " + terminal.faint(name)));
        List<String> cited = p.description().sources().stream().map(this::source).toList();
        cited.forEach(source -> terminal.answer(indent + "  from " + source));
        entry.put("id", id);
        p.value().ifPresent(value -> entry.put("value", value));
        p.unit().ifPresent(unit -> entry.put("unit", unit));
        p.description().interval().ifPresent(i -> entry.put("interval", List.of(i.low(), i.high())));
        entry.put("standing", own.map(e -> e.standing().name().toLowerCase(Locale.ROOT)).orElse("computed"));
        entry.put("sources", cited);
        entry.put("place", place(p.definedAt()));
        return entry;
    }

    private static String sign(Standing standing) {
        return switch (standing) {
            case SOURCED -> "● sourced";
            case ASSUMED -> "○ assumed";
            case FLAGGED -> "▲ flagged";
        };
    }

    private String source(String reference) {
        return sources.source(reference).map(s -> described(s, reference)).orElse(reference);
    }

    private static String described(Source source, String reference) {
        String claim = reference.contains("#") ? reference.substring(reference.indexOf('#')) : "";
        return source.key() + claim + " [" + source.status().plain() + "]";
    }

    private static String shown(Expression formula) {
        return Print.of(formula).replace("__", ".");
    }

    private String place(SourceLocation location) {
        String file = library.shown(location.file());
        return location.line() == 0 ? file : file + ":" + location.line();
    }
}
