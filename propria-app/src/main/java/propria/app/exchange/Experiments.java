package propria.app.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.DoubleStream;
import propria.app.experiment.Data;
import propria.app.experiment.Experiment;
import propria.app.files.ExperimentFile;
import propria.app.files.ModelText;
import propria.engine.Tolerances;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.formats.sbml.SbmlWriter;
import propria.formats.sedml.document.Computation;
import propria.formats.sedml.document.SedAlgorithm;
import propria.formats.sedml.document.SedDataGenerator;
import propria.formats.sedml.document.SedDocument;
import propria.formats.sedml.document.SedModel;
import propria.formats.sedml.document.SedOutput;
import propria.formats.sedml.document.SedSimulation;
import propria.formats.sedml.document.SedTask;
import propria.formats.sedml.document.SedVariable;
import propria.model.Model;
import propria.model.expression.Expression;
import propria.model.problem.SourceLocation;

/// Makes and compares experiments.
final class Experiments {

    /// The language of SBML models that are written.
    static final String SBML = "urn:sedml:language:sbml.level-3.version-2";

    /// The version that is written.
    static final int VERSION = 4;

    /// Of what is made here rather than read.
    static final SourceLocation NOWHERE = SourceLocation.of("made by propria");

    private static final String PATH = "/sbml:sbml/sbml:model/sbml:listOf";

    private Experiments() {
    }

    /// The difference between what two experiments come to, data generator by data generator.
    static Difference compare(ExperimentFile one, ExperimentFile other) {
        Experiment first = Experiment.run(one);
        Experiment second = Experiment.run(other);
        Difference worst = Difference.NONE;
        for (String id : first.data().keySet()) {
            Data there = Optional.ofNullable(second.data().get(id)).orElse(new Data.Course(new double[0]));
            double[] values = flat(Optional.ofNullable(first.data().get(id)).orElseThrow()).toArray();
            worst = worst.or(Difference.of(id, new double[0], values, flat(there).toArray()));
        }
        return worst;
    }

    /// All values of data.
    static DoubleStream flat(Data data) {
        return switch (data) {
            case Data.Course(double[] values) -> DoubleStream.of(values);
            case Data.Turns(List<Data> parts) -> parts.stream().flatMapToDouble(Experiments::flat);
        };
    }

    /// An experiment that simulates a model as it is: a time course of every species and of the parameters that change.
    static Bundle course(Model model, String name, ModelComparison times) {
        CompiledModel compiled = ModelCompiler.compile(model);
        List<String> ids = new ArrayList<>();
        model.species().stream().map(s -> s.id()).filter(compiled.outputIds()::contains).forEach(ids::add);
        List<String> parameters = model.parameters().stream().filter(p -> !p.constant()).map(p -> p.id())
                .filter(compiled.outputIds()::contains).toList();
        List<SedDataGenerator> generators = new ArrayList<>();
        generators.add(generator("time", "time", time("one")));
        ids.forEach(id -> generators.add(generator("data_" + id, id, quantity(id, "Species", "species", "one"))));
        parameters.forEach(
                id -> generators.add(generator("data_" + id, id, quantity(id, "Parameters", "parameter", "one"))));
        List<SedOutput.DataSet> sets = generators.stream()
                .map(g -> new SedOutput.DataSet("set_" + g.id(), g.label(), g.id(), NOWHERE)).toList();
        SedDocument document = new SedDocument(VERSION, Optional.empty(),
                List.of(new SedModel("model", model.description().name(), SBML, name + ".xml", List.of(), NOWHERE)),
                List.of(new SedSimulation.UniformTimeCourse("course", Optional.empty(), 0, 0, times.end(),
                        times.points(), Optional.of(algorithm(ModelComparison.TIGHT)), NOWHERE)),
                List.of(new SedTask.Single("one", Optional.empty(), "model", "course", NOWHERE)), generators,
                List.of(new SedOutput.Report("report", Optional.empty(), sets, NOWHERE)), List.of(), NOWHERE);
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        files.put(name + ".xml", ModelText.bytes(SbmlWriter.write(model)));
        return new Bundle(name, document, files, model.description().name().orElse(model.id()));
    }

    /// The method of this program, with tolerances.
    static SedAlgorithm algorithm(Tolerances tolerances) {
        return new SedAlgorithm("KISAO:0000288",
                List.of(new SedAlgorithm.Setting("KISAO:0000209", Double.toString(tolerances.relative()), NOWHERE),
                        new SedAlgorithm.Setting("KISAO:0000211", Double.toString(tolerances.absolute()), NOWHERE)),
                NOWHERE);
    }

    static SedDataGenerator generator(String id, String name, SedVariable variable) {
        return new SedDataGenerator(id, Optional.of(name),
                new Computation(List.of(variable), List.of(), new Expression.Reference(variable.id())), NOWHERE);
    }

    static SedVariable time(String task) {
        return new SedVariable("time", Optional.empty(), Optional.empty(), Optional.of(SedVariable.TIME_TERM),
                Optional.of(task), Optional.empty(), Optional.empty(), NOWHERE);
    }

    static SedVariable quantity(String id, String list, String element, String task) {
        return new SedVariable("value", Optional.empty(), Optional.of(path(list, element, id)), Optional.empty(),
                Optional.of(task), Optional.empty(), Optional.empty(), NOWHERE);
    }

    /// The path to an element of a model.
    static String path(String list, String element, String id) {
        return PATH + list + "/sbml:" + element + "[@id='" + id + "']";
    }
}
