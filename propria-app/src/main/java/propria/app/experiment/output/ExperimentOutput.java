package propria.app.experiment.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import propria.app.experiment.Data;
import propria.app.experiment.Experiment;
import propria.formats.sedml.document.SedDataGenerator;
import propria.formats.sedml.document.SedOutput;

/// What an experiment shows, as files: reports and the data of surfaces as CSV, plots as SVG. An experiment
/// without outputs gives one table of all its data.
public final class ExperimentOutput {

    private final Experiment experiment;

    public ExperimentOutput(Experiment experiment) {
        this.experiment = experiment;
    }

    /// The tables by name, as CSV.
    public SequencedMap<String, String> tables() {
        SequencedMap<String, String> tables = new LinkedHashMap<>();
        for (SedOutput output : experiment.document().outputs()) {
            SequencedMap<String, Data> columns = new LinkedHashMap<>();
            switch (output) {
                case SedOutput.Report report ->
                    report.dataSets().forEach(set -> put(columns, set.label(), set.data()));
                case SedOutput.Plot2D _ -> {
                    // a picture
                }
                case SedOutput.Plot3D plot -> plot.surfaces().forEach(s -> List.of(s.x(), s.y(), s.z())
                        .forEach(id -> columns.putIfAbsent(label(id), data(id))));
            }
            if (!columns.isEmpty()) {
                tables.put(output.id(), ReportTable.csv(columns));
            }
        }
        if (tables.isEmpty()) {
            SequencedMap<String, Data> columns = new LinkedHashMap<>();
            experiment.document().dataGenerators().forEach(g -> put(columns, g.label(), g.id()));
            tables.put("data", ReportTable.csv(columns));
        }
        return tables;
    }

    /// The pictures by name, as SVG.
    public SequencedMap<String, String> pictures() {
        SequencedMap<String, String> pictures = new LinkedHashMap<>();
        for (SedOutput output : experiment.document().outputs()) {
            switch (output) {
                case SedOutput.Report _ -> {
                    // a table
                }
                case SedOutput.Plot2D plot -> pictures.put(plot.id(), CurvePlot.of(plot, experiment));
                case SedOutput.Plot3D plot -> pictures.put(plot.id(), SurfacePlot.of(plot, experiment));
            }
        }
        return pictures;
    }

    /// Writes all to a folder, which is made if it is not there.
    ///
    /// @return the files written
    public List<Path> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (var table : tables().entrySet()) {
            files.add(Files.writeString(folder.resolve(safe(table.getKey()) + ".csv"), table.getValue()));
        }
        for (var picture : pictures().entrySet()) {
            files.add(Files.writeString(folder.resolve(safe(picture.getKey()) + ".svg"), picture.getValue()));
        }
        return files;
    }

    private static String safe(String id) {
        return id.replaceAll("[^A-Za-z0-9_-]", "_");
    }

    private void put(SequencedMap<String, Data> columns, String label, String id) {
        String free = label;
        for (int i = 2; columns.containsKey(free); i++) {
            free = label + "_" + i;
        }
        columns.put(free, data(id));
    }

    private Data data(String id) {
        return Optional.ofNullable(experiment.data().get(id)).orElse(new Data.Course(new double[0]));
    }

    private String label(String id) {
        return experiment.document().dataGenerator(id).map(SedDataGenerator::label).orElse(id);
    }
}
