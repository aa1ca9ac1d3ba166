package propria.study.library;

import java.util.List;
import java.util.Optional;
import propria.formats.yaml.YamlMapping;
import propria.model.Description.Interval;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.Observable;
import propria.study.Observable.Better;
import propria.study.Observable.Noise;
import propria.study.reading.Values;

/// Reads `observables/*.yaml`.
final class ObservableReader {

    private ObservableReader() {
    }

    static Observable observable(String id, YamlMapping file) {
        file.allow("name", "quantity", "unit", "better", "noise", "range", "species", "note", "notes");
        return new Observable(id, file.text("name"), Values.modelId(file.text("quantity")), file.text("unit"),
                file.has("better") ? Values.word(Better.class, file, "better", "L004") : Better.NONE,
                file.optionalMapping("noise").map(ObservableReader::noise).orElse(Noise.NONE), range(file),
                file.optionalText("species"), file.place());
    }

    private static Noise noise(YamlMapping entry) {
        entry.allow("kind", "sd", "source", "note");
        Noise.Kind kind = Values.word(Noise.Kind.class, entry, "kind", "L004");
        double sd = kind == Noise.Kind.NONE ? 0 : entry.number("sd");
        if (sd < 0) {
            throw new ProblemException(Problem.error("L012", entry.placeOf("sd"),
                    "the standard deviation of an assay is below zero", "it is " + sd, "write zero or more"));
        }
        return new Noise(kind, sd, entry.optionalText("source"));
    }

    private static Optional<Interval> range(YamlMapping file) {
        if (!file.has("range")) {
            return Optional.empty();
        }
        List<String> ends = file.texts("range");
        try {
            double low = Double.parseDouble(ends.getFirst());
            double high = Double.parseDouble(ends.getLast());
            if (ends.size() == 2 && low < high) {
                return Optional.of(new Interval(low, high));
            }
        } catch (NumberFormatException | java.util.NoSuchElementException e) {
            throw noRange(file, ends);
        }
        throw noRange(file, ends);
    }

    private static ProblemException noRange(YamlMapping file, List<String> ends) {
        return new ProblemException(Problem.error("L011", file.placeOf("range"), "the range is not two rising numbers",
                "it is " + ends, "write `[0, 4]`"));
    }
}
