package propria.app.cli.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.app.cli.terminal.Terminal;
import propria.app.experiment.Experiment;
import propria.app.experiment.output.ExperimentOutput;
import propria.app.files.ExperimentFile;
import propria.app.text.Figures;
import propria.model.problem.Problem;

/// Carries out the experiments of a file and writes what they show: into a folder, else the tables to standard output.
public final class ExperimentAnswer {

    private ExperimentAnswer() {
    }

    /// @param folder where tables and pictures go; empty for standard output
    public static void give(Terminal terminal, Path file, Optional<Path> folder) throws IOException {
        List<ExperimentFile> experiments = ExperimentFile.open(file);
        List<String> written = new ArrayList<>();
        int simulations = 0;
        for (ExperimentFile experiment : experiments) {
            Experiment done = Experiment.run(experiment);
            simulations += done.simulations();
            warn(terminal, done.warnings());
            ExperimentOutput output = new ExperimentOutput(done);
            if (folder.isPresent()) {
                Path place = experiments.size() == 1 ? folder.get() : folder.get().resolve(shortName(experiment));
                output.write(place).forEach(f -> written.add(f.toString()));
            } else {
                show(terminal, output);
            }
        }
        terminal.put("simulations", simulations).put("files", written);
        if (folder.isPresent()) {
            terminal.answer(Figures.count(simulations, "simulation") + ", " + Figures.count(written.size(), "file")
                    + " written:");
            written.forEach(name -> terminal.answer("  " + name));
        }
    }

    private static void show(Terminal terminal, ExperimentOutput output) {
        boolean several = output.tables().size() > 1;
        output.tables().forEach((name, csv) -> {
            if (several) {
                terminal.answer("# " + name);
            }
            terminal.answer(csv.stripTrailing());
        });
        terminal.put("tables", output.tables());
        if (!output.pictures().isEmpty()) {
            terminal.note("plots are drawn into a folder: --out DIR");
        }
    }

    private static void warn(Terminal terminal, List<Problem> warnings) {
        if (terminal.isJson()) {
            terminal.put("warnings", warnings.stream().map(w -> w.code() + " " + w.what() + "; " + w.why()).toList());
        } else {
            terminal.problems(warnings);
        }
    }

    private static String shortName(ExperimentFile experiment) {
        String name = experiment.name().substring(experiment.name().indexOf('!') + 1);
        return name.replaceAll("\\.[A-Za-z]+$", "").replaceAll("[^A-Za-z0-9_-]", "_");
    }
}
