package propria.formats.sbml.comp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.formats.sbml.comp.Replacements.Final;
import propria.formats.sbml.xml.XmlElement;

/// Makes a document whose model has submodels flat. Element `x` of submodel `s` is called `s__x`.
public final class CompFlattener {

    private final Instance main;
    private final Replacements replacements;
    private final Map<String, XmlElement> lists = new HashMap<>();

    private CompFlattener(Instance main) {
        this.main = main;
        this.replacements = Replacements.of(main);
    }

    /// Puts a flat model in place of the document's own; without submodels nothing changes.
    ///
    /// @param file where the document was read from, beside which its parts are looked for
    /// @throws propria.model.problem.ProblemException B130 to B132 when the parts do not fit together
    public static void flatten(XmlElement document, Optional<Path> file) {
        Optional<XmlElement> model = document.first("model");
        if (model.isPresent() && !Comp.list(model.get(), "listOfSubmodels").isEmpty()) {
            Instance main = Instance.of(new Definitions(document, file).main());
            new CompFlattener(main).flatten();
            document.content().replaceAll(node -> node == model.get() ? main.model() : node);
        }
    }

    private void flatten() {
        XmlElement model = main.model();
        model.elements().stream().filter(list -> list.name().startsWith("listOf"))
                .forEach(list -> lists.put(list.name(), list));
        List<Instance> instances = new ArrayList<>();
        main.eachInnerFirst(instances::add);
        FactorsOfSpecies factors = new FactorsOfSpecies(instances);
        model.attributes().keySet().removeIf(name -> name.local().equals("conversionFactor"));
        for (Instance instance : instances.reversed()) {
            rename(instance, factors);
        }
        for (Instance instance : instances.reversed()) {
            if (instance != main) {
                instance.model().elements().stream().filter(list -> isCoreList(list, model)).forEach(this::merge);
            }
        }
    }

    private static boolean isCoreList(XmlElement list, XmlElement model) {
        return list.namespace().equals(model.namespace()) && list.name().startsWith("listOf");
    }

    private void merge(XmlElement list) {
        XmlElement whole = lists.get(list.name());
        if (whole == null) {
            main.model().content().add(list);
            lists.put(list.name(), list);
        } else {
            whole.content().addAll(list.elements());
        }
    }

    private void rename(Instance instance, FactorsOfSpecies factors) {
        Renaming renaming = new Renaming(instance, replacements);
        factors.stateAt(instance);
        instance.model().elements().stream().filter(list -> isCoreList(list, main.model()))
                .forEach(list -> list.elements().forEach(element -> element(element, renaming)));
    }

    private void element(XmlElement element, Renaming renaming) {
        switch (element.name()) {
            case "unitDefinition" -> element.attribute("id").ifPresent(id -> element.set("id", renaming.unit(id)));
            case "reaction" -> reaction(element, renaming);
            case "event" -> event(element, renaming);
            case "assignmentRule", "initialAssignment" -> assignment(element, renaming, List.of());
            case "rateRule" -> assignment(element, renaming, renaming.time());
            default -> {
                attributes(element, renaming);
                formulas(element, renaming, Map.of(), List.of(), List.of());
            }
        }
    }

    /// What is assigned grows by the factors of what stands for the variable.
    private static void assignment(XmlElement element, Renaming renaming, List<String> divisors) {
        List<String> factors = element.attribute("variable").or(() -> element.attribute("symbol"))
                .flatMap(renaming::end).map(Final::factors).orElse(List.of());
        attributes(element, renaming);
        formulas(element, renaming, Map.of(), factors, divisors);
    }

    private static void formulas(XmlElement element, Renaming renaming, Map<String, Optional<Final>> locals,
            List<String> factors,
            List<String> divisors) {
        element.elements().stream().filter(inner -> inner.name().equals("math"))
                .forEach(math -> renaming.rewrite(math, locals, factors, divisors));
    }

    private void reaction(XmlElement reaction, Renaming renaming) {
        attributes(reaction, renaming);
        for (XmlElement list : reaction.elements()) {
            list.elements().stream().filter(reference -> reference.name().endsWith("eciesReference"))
                    .forEach(reference -> attributes(reference, renaming));
        }
        for (XmlElement law : reaction.elements("kineticLaw")) {
            Map<String, Optional<Final>> locals = new HashMap<>();
            law.elements("listOfLocalParameters").forEach(list -> list.elements().forEach(parameter -> {
                Optional<Final> end = renaming.replaced(parameter);
                parameter.attribute("id").ifPresent(id -> locals.put(id, end));
                parameter.attribute("units").ifPresent(unit -> parameter.set("units", renaming.unit(unit)));
                end.ifPresent(_ -> list.content().remove(parameter));
            }));
            formulas(law, renaming, locals, renaming.extent(), renaming.time());
        }
    }

    private static void event(XmlElement event, Renaming renaming) {
        attributes(event, renaming);
        for (XmlElement part : event.elements()) {
            formulas(part, renaming, Map.of(), part.name().equals("delay") ? renaming.time() : List.of(), List.of());
            part.elements("eventAssignment").forEach(assignment -> assignment(assignment, renaming, List.of()));
        }
    }

    private static void attributes(XmlElement element, Renaming renaming) {
        element.attributes().replaceAll((name, value) -> {
            if (!name.namespace().isEmpty()) {
                return value;
            }
            return switch (name.local()) {
                case "id", "compartment", "species", "conversionFactor", "variable", "symbol" -> renaming.name(value);
                case "units", "substanceUnits" -> renaming.unit(value);
                default -> value;
            };
        });
        element.attributes().keySet().removeIf(name -> name.namespace().isEmpty() && name.local().equals("metaid"));
    }
}
