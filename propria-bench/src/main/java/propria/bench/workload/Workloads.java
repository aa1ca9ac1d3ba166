package propria.bench.workload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import propria.engine.ScheduledChange;
import propria.engine.Tolerances;
import propria.engine.compile.CompiledModel;
import propria.engine.compile.ModelCompiler;
import propria.formats.antimony.AntimonyReader;
import propria.formats.sbml.SbmlReader;
import propria.model.Model;
import propria.model.problem.ProblemException;
import propria.study.Study;
import propria.study.run.TypicalSubject;

/// Where workloads come from.
public final class Workloads {

    /// The classic stiff problems in the resources, with their last time.
    public static final List<Classic> CLASSICS = List.of(new Classic("robertson", 1e5), new Classic("hires", 321.8122),
            new Classic("oregonator", 360), new Classic("van_der_pol", 2), new Classic("e5", 1e5),
            new Classic("pollution", 60));

    private static final int POINTS = 51;
    private static final double DAYS = 20;

    private Workloads() {
    }

    /// A classic problem.
    ///
    /// @param end the last time
    public record Classic(String name, double end) {

        public Workload workload() {
            try (InputStream stream = Workloads.class.getResourceAsStream("/propria/bench/classic/" + name + ".ant")) {
                if (stream == null) {
                    throw new IllegalStateException("resource " + name + ".ant is missing");
                }
                String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                return Workload.of(name, AntimonyReader.readText(text, name + ".ant"), end, POINTS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The classic problem of this name.
    public static Workload classic(String name) {
        return CLASSICS.stream().filter(classic -> classic.name().equals(name)).findFirst().orElseThrow().workload();
    }

    /// A file that could not become a workload.
    public record Refused(String name, String why) {
    }

    /// What a folder of SBML files holds.
    public record Folder(List<Workload> workloads, List<Refused> refused) {
        public Folder {
            workloads = List.copyOf(workloads);
            refused = List.copyOf(refused);
        }
    }

    /// A course of twenty days in the typical subject of the last arm of a study, with its doses from day 0 on, every state
    /// and every observable recorded daily.
    ///
    /// @throws ProblemException as a run of the study does
    public static Workload course(Study study) {
        List<TypicalSubject> subjects = TypicalSubject.of(study, Tolerances.DEFAULT);
        TypicalSubject subject = subjects.getLast();
        CompiledModel compiled = ModelCompiler.compile(subject.model());
        List<ScheduledChange> changes = subject.changes().stream().filter(change -> change.time() >= 0).toList();
        List<String> outputs = new ArrayList<>(compiled.stateIds());
        study.observables().stream().map(o -> o.quantity()).filter(id -> !outputs.contains(id)).forEach(outputs::add);
        List<Double> days = IntStream.rangeClosed(0, (int) DAYS).mapToObj(day -> (double) day).toList();
        double floor = Tolerances.DEFAULT.absolute() / Tolerances.DEFAULT.relative();
        return new Workload("gut", subject.model(), compiled, subject.values(), changes, days, outputs,
                OptionalDouble.of(floor));
    }

    /// The SBML files of a folder, in the order of their names.
    ///
    /// @param end the last time, in each model's unit
    /// @param wanted which names, without the ending
    public static Folder folder(Path folder, double end, Predicate<String> wanted) throws IOException {
        List<Workload> workloads = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString().replace(".xml", "");
            if (!wanted.test(name)) {
                continue;
            }
            try {
                Model model = SbmlReader.read(file);
                Workload workload = Workload.of(name, model, end, POINTS);
                if (workload.states() == 0) {
                    refused.add(new Refused(name, "it has no states"));
                } else {
                    workloads.add(workload);
                }
            } catch (ProblemException e) {
                refused.add(new Refused(name, e.problems().getFirst().what()));
            }
        }
        return new Folder(workloads, refused);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
        }
    }
}
