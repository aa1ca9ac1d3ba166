package propria.formats.sbml.comp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.formats.sbml.comp.References.Target;
import propria.formats.sbml.xml.XmlElement;

/// Carries out deletions and finds what stands for what in the flat model.
final class Replacements {

    /// An element that lives on, and what its value is divided by where an element that it replaces is meant.
    ///
    /// @param factors parameters of the flat model
    record Final(Target target, List<String> factors) {
    }

    private record Step(Target by, Optional<String> factor, Instance factorOf) {
    }

    private final Map<XmlElement, Step> replaced = new HashMap<>();
    private final Map<XmlElement, String> names = new HashMap<>();
    private final List<Target> gone = new ArrayList<>();

    /// Works through a main instance with all that it holds.
    static Replacements of(Instance main) {
        Replacements replacements = new Replacements();
        main.eachInnerFirst(replacements::delete);
        main.eachInnerFirst(replacements::replace);
        replacements.gone.stream().filter(target -> !target.element().name().equals("localParameter"))
                .forEach(target -> target.instance().remove(target.element()));
        return replacements;
    }

    private void delete(Instance instance) {
        for (XmlElement submodel : Comp.list(instance.model(), "listOfSubmodels")) {
            Optional<Instance> within = instance.inner(Comp.required(submodel, "id"));
            for (XmlElement deletion : Comp.list(submodel, "listOfDeletions")) {
                within.map(inner -> References.resolve(inner, deletion))
                        .ifPresent(target -> target.instance().remove(target.element()));
            }
        }
    }

    private void replace(Instance instance) {
        List<XmlElement> owners = new ArrayList<>();
        instance.model().walk(element -> {
            if (!Comp.list(element, "listOfReplacedElements").isEmpty()
                    || Comp.first(element, "replacedBy").isPresent()) {
                owners.add(element);
            }
        });
        for (XmlElement owner : owners) {
            for (XmlElement replacement : Comp.list(owner, "listOfReplacedElements")) {
                if (Comp.attribute(replacement, "deletion").isEmpty()) {
                    replace(instance, owner, replacement);
                }
            }
            Comp.first(owner, "replacedBy").ifPresent(by -> replaceBy(instance, owner, by));
        }
    }

    private void replace(Instance instance, XmlElement owner, XmlElement replacement) {
        Target target = end(target(instance, replacement)).target();
        if (target.element() != owner) {
            replaced.put(target.element(), new Step(new Target(instance, owner),
                    Comp.attribute(replacement, "conversionFactor"), instance));
            gone.add(target);
        }
    }

    private void replaceBy(Instance instance, XmlElement owner, XmlElement by) {
        Target target = end(target(instance, by)).target();
        if (target.element() != owner) {
            replaced.put(owner, new Step(target, Optional.empty(), instance));
            gone.add(new Target(instance, owner));
            names.put(target.element(), nameOf(new Target(instance, owner)));
        }
    }

    private static Target target(Instance instance, XmlElement reference) {
        String submodel = Comp.required(reference, "submodelRef");
        return References.resolve(instance.inner(submodel)
                .orElseThrow(() -> Comp.problem(reference, "there is no submodel " + submodel)), reference);
    }

    /// What stands for an element in the flat model.
    Final end(Target start) {
        Target at = start;
        List<String> factors = new ArrayList<>();
        for (Step step = replaced.get(at.element()); step != null; step = replaced.get(at.element())) {
            Instance known = step.factorOf();
            step.factor().ifPresent(id -> factors.add(nameOf(known, id)));
            at = step.by();
        }
        return new Final(at, List.copyOf(factors));
    }

    /// The name in the flat model of what an instance calls `id`.
    String nameOf(Instance instance, String id) {
        return instance.named(id).map(element -> nameOf(end(new Target(instance, element)).target()))
                .orElse(instance.prefix() + id);
    }

    /// The name of an element that lives on.
    String nameOf(Target target) {
        return names.getOrDefault(target.element(),
                target.instance().prefix() + target.instance().idOf(target.element()));
    }
}
