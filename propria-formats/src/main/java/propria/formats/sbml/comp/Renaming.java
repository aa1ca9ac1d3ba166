package propria.formats.sbml.comp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.formats.sbml.comp.References.Target;
import propria.formats.sbml.comp.Replacements.Final;
import propria.formats.sbml.packages.Packages;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sbml.xml.XmlElement.Name;

/// Rewrites the formulas of one instance for the flat model: names, and units of time, extent and replaced quantities.
///
/// Where a submodel has the time conversion factor `T` and the extent conversion factor `X`, main time is `T` times its
/// time and extent `X` times its extent (section 3.6): its time reads `time / T`, a rate is divided by `T`, a delay
/// multiplied, a rate law becomes `law * X / T`, and a reaction's name reads `rate * T / X`. Where `E` replaces `x` with
/// the conversion factor `c`, `x` reads `E / c` and what is assigned to `x` is multiplied by `c`.
final class Renaming {

    private final Instance instance;
    private final Replacements replacements;
    private final List<String> time = new ArrayList<>();
    private final List<String> extent = new ArrayList<>();

    Renaming(Instance instance, Replacements replacements) {
        this.instance = instance;
        this.replacements = replacements;
        time.addAll(factors(instance, "timeConversionFactor"));
        extent.addAll(factors(instance, "extentConversionFactor"));
    }

    /// The factors of an instance and of those around it.
    private List<String> factors(Instance innermost, String attribute) {
        List<String> factors = new ArrayList<>();
        for (Instance at = innermost; at.submodel().isPresent(); at = at.outer().orElseThrow()) {
            Instance outer = at.outer().orElseThrow();
            Comp.attribute(at.submodel().get(), attribute)
                    .ifPresent(id -> factors.add(replacements.nameOf(outer, id)));
        }
        return factors;
    }

    /// The factors from this instance's time to main time.
    List<String> time() {
        return time;
    }

    /// The factors from this instance's extent to main extent.
    List<String> extent() {
        return extent;
    }

    /// What stands for a name in the flat model; empty for a name that the instance does not have.
    Optional<Final> end(String id) {
        return instance.named(id).map(element -> replacements.end(new Target(instance, element)));
    }

    String name(String id) {
        return replacements.nameOf(instance, id);
    }

    String unit(String id) {
        return instance.unit(id).map(element -> {
            Target target = replacements.end(new Target(instance, element)).target();
            return replacements.nameOf(target);
        }).orElse(id);
    }

    /// Rewrites the content of a `<math>`, then scales it.
    ///
    /// @param locals names that the formula binds itself, with what was put in place of them
    void rewrite(XmlElement math, Map<String, Optional<Final>> locals, List<String> factors, List<String> divisors) {
        for (int i = 0; i < math.content().size(); i++) {
            if (math.content().get(i) instanceof XmlElement formula) {
                math.content().set(i, MathXml.scaled(rewritten(formula, locals), factors, divisors));
            }
        }
    }

    private XmlElement rewritten(XmlElement node, Map<String, Optional<Final>> locals) {
        if (node.is(Packages.MATHML, "ci")) {
            return named(node, locals);
        }
        if (MathXml.isSymbol(node, "time")) {
            return MathXml.scaled(node, List.of(), time);
        }
        if (node.is(Packages.MATHML, "cn")) {
            node.attributes().replaceAll((name, value) -> isUnits(name) ? unit(value) : value);
            return node;
        }
        if (node.is(Packages.MATHML, "lambda")) {
            Map<String, Optional<Final>> bound = new HashMap<>(locals);
            node.elements("bvar").forEach(variable -> bound.put(variable.text().strip(), Optional.empty()));
            return within(node, bound);
        }
        return node.is(Packages.MATHML, "apply") ? application(node, locals) : within(node, locals);
    }

    private static boolean isUnits(Name name) {
        return name.local().equals("units");
    }

    private XmlElement within(XmlElement node, Map<String, Optional<Final>> locals) {
        node.content().replaceAll(child -> child instanceof XmlElement element ? rewritten(element, locals) : child);
        return node;
    }

    private XmlElement application(XmlElement node, Map<String, Optional<Final>> locals) {
        List<XmlElement> parts = node.elements();
        if (parts.isEmpty()) {
            return node;
        }
        XmlElement operator = parts.getFirst();
        if (MathXml.isSymbol(operator, "rateOf") && parts.size() == 2) {
            return rateOf(node, parts.get(1), locals);
        }
        if (operator.is(Packages.MATHML, "ci")) {
            replace(node, operator, MathXml.name(name(operator.text().strip()), operator.place()));
        }
        for (int i = 1; i < parts.size(); i++) {
            XmlElement part = parts.get(i);
            boolean isLag = MathXml.isSymbol(operator, "delay") && i == 2;
            XmlElement formula = rewritten(part, locals);
            replace(node, part, isLag ? MathXml.scaled(formula, time, List.of()) : formula);
        }
        return node;
    }

    /// The rate per main time of what stands for the name, as a rate per time of this instance.
    private XmlElement rateOf(XmlElement node, XmlElement argument, Map<String, Optional<Final>> locals) {
        String id = argument.text().strip();
        Optional<Final> end = end(id, locals);
        if (end.isEmpty()) {
            return node;
        }
        replace(node, argument, MathXml.name(replacements.nameOf(end.get().target()), argument.place()));
        return MathXml.scaled(node, time, end.get().factors());
    }

    private XmlElement named(XmlElement ci, Map<String, Optional<Final>> locals) {
        String id = ci.text().strip();
        Optional<Final> end = end(id, locals);
        if (end.isEmpty()) {
            return ci;
        }
        XmlElement renamed = MathXml.name(replacements.nameOf(end.get().target()), ci.place());
        List<String> divisors = new ArrayList<>(end.get().factors());
        if (!end.get().target().element().name().equals("reaction")) {
            return MathXml.scaled(renamed, List.of(), divisors);
        }
        Instance both = around(end.get().target().instance());
        divisors.addAll(factors(both, "extentConversionFactor"));
        return MathXml.scaled(renamed, factors(both, "timeConversionFactor"), divisors);
    }

    /// The innermost instance that holds this one and another: its factors apply to rates of the one read in the other.
    private Instance around(Instance other) {
        Instance at = instance;
        while (at.outer().isPresent() && !isWithin(at, other)) {
            at = at.outer().get();
        }
        return at;
    }

    private static boolean isWithin(Instance whole, Instance part) {
        Optional<Instance> at = Optional.of(part);
        while (at.isPresent() && at.get() != whole) {
            at = at.get().outer();
        }
        return at.isPresent();
    }

    private Optional<Final> end(String id, Map<String, Optional<Final>> locals) {
        Optional<Final> local = locals.get(id);
        return local == null ? end(id) : local;
    }

    /// What stands for an element that was replaced; empty for one that lives on.
    Optional<Final> replaced(XmlElement element) {
        Final end = replacements.end(new Target(instance, element));
        return end.target().element() == element ? Optional.empty() : Optional.of(end);
    }

    private static void replace(XmlElement owner, XmlElement old, XmlElement with) {
        owner.content().replaceAll(child -> child == old ? with : child);
    }
}
