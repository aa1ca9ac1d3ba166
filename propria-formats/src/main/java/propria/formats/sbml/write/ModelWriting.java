package propria.formats.sbml.write;

import java.util.HashSet;
import java.util.Set;
import org.sbml.jsbml.Compartment;
import org.sbml.jsbml.LocalParameter;
import org.sbml.jsbml.Model;
import org.sbml.jsbml.Parameter;
import org.sbml.jsbml.SBMLDocument;
import org.sbml.jsbml.Species;
import propria.formats.sbml.level.SbmlLevel;
import propria.formats.sbml.math.ToAst;
import propria.model.FunctionDefinition;
import propria.model.Rule;

/// A model as a document of a level. What the level cannot say must have been said otherwise before
/// ([propria.formats.sbml.level.older.OlderLevel]).
public final class ModelWriting {

    private final propria.model.Model model;
    private final SbmlLevel level;
    private final SBMLDocument document;
    private final Model target;
    private final WriteDescriptions descriptions;
    private final Set<String> changing = new HashSet<>();

    private ModelWriting(propria.model.Model model, SbmlLevel level) {
        this.model = model;
        this.level = level;
        this.document = new SBMLDocument(level.level(), level.version());
        this.descriptions = new WriteDescriptions(level);
        this.target = document.createModel(model.id());
        for (Rule rule : model.rules()) {
            switch (rule) {
                case Rule.Assignment a -> changing.add(a.variable());
                case Rule.Rate r -> changing.add(r.variable());
                case Rule.Algebraic _ -> {
                    // determines something that says of itself that it changes
                }
            }
        }
        model.events().forEach(event -> event.assignments().forEach(a -> changing.add(a.variable())));
    }

    /// The document.
    ///
    /// @throws propria.model.problem.ProblemException B140 for fast reactions, which Level 3 Version 2 does not have
    public static SBMLDocument of(propria.model.Model model, SbmlLevel level) {
        ModelWriting writing = new ModelWriting(model, level);
        writing.write();
        return writing.document;
    }

    private void write() {
        descriptions.to(target, model.description());
        model.conversionFactor().ifPresent(target::setConversionFactor);
        model.functions().forEach(this::function);
        new WriteUnits(model.units()).to(target, model);
        model.compartments().forEach(this::compartment);
        model.species().forEach(this::species);
        model.parameters().forEach(this::parameter);
        new WriteReactions(target, level, descriptions, changing).all(model.reactions());
        new WriteProcesses(target, level, descriptions).all(model);
    }

    private void function(FunctionDefinition function) {
        org.sbml.jsbml.FunctionDefinition definition = target.createFunctionDefinition(function.id());
        definition.setMath(ToAst.lambda(function.parameters(), function.body()));
        descriptions.to(definition, function.description());
    }

    private void compartment(propria.model.Compartment c) {
        Compartment compartment = target.createCompartment(c.id());
        c.size().ifPresent(compartment::setSize);
        compartment.setSpatialDimensions(c.dimensions());
        compartment.setConstant(c.constant() && !changing.contains(c.id()));
        c.unit().ifPresent(compartment::setUnits);
        descriptions.to(compartment, c.description());
    }

    private void species(propria.model.Species s) {
        Species species = target.createSpecies(s.id());
        species.setCompartment(s.compartment());
        s.initial().ifPresent(value -> {
            switch (s.initialKind()) {
                case AMOUNT -> species.setInitialAmount(value);
                case CONCENTRATION -> species.setInitialConcentration(value);
            }
        });
        species.setHasOnlySubstanceUnits(s.substanceOnly());
        species.setBoundaryCondition(s.boundary());
        species.setConstant(s.constant() && !changing.contains(s.id()));
        s.unit().ifPresent(species::setSubstanceUnits);
        s.conversionFactor().ifPresent(species::setConversionFactor);
        descriptions.to(species, s.description());
    }

    private void parameter(propria.model.Parameter p) {
        Parameter parameter = target.createParameter(p.id());
        p.value().ifPresent(parameter::setValue);
        parameter.setConstant(p.constant() && !changing.contains(p.id()));
        p.unit().ifPresent(parameter::setUnits);
        descriptions.to(parameter, p.description());
    }

    static void local(LocalParameter local, propria.model.Parameter p, WriteDescriptions descriptions) {
        p.value().ifPresent(local::setValue);
        p.unit().ifPresent(local::setUnits);
        descriptions.to(local, p.description());
    }
}
