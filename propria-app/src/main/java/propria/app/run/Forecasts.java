package propria.app.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import propria.app.report.data.Rows.Forecast;
import propria.inference.calibration.Calibration;
import propria.inference.calibration.StudyForecast;
import propria.study.Study;
import propria.study.library.Library;

/// Writes `forecast.csv` into the folder of a run that draws from the posterior: what a laboratory that makes the study
/// would find.
final class Forecasts {

    private static final String HEADER = "endpoint,arm,comparator,unit,q05,q25,q50,q75,q95,p_lower,p_equal,p_higher,"
            + "reason";

    private Forecasts() {
    }

    /// Forecasts the comparisons of a study; writes nothing for one that does not use the calibration.
    static void write(Path folder, Study study, Library library, int threads) throws IOException {
        if (study.uncertainty().posterior().isEmpty()) {
            return;
        }
        try {
            List<StudyForecast> forecasts = StudyForecast.of(study, Calibration.read(library), threads);
            Files.writeString(folder.resolve(Forecast.FILE), HEADER + "\n" + forecasts.stream().map(Forecasts::line)
                    .collect(Collectors.joining()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private static String line(StudyForecast forecast) {
        var arms = forecast.endpoint().comparison().orElseThrow();
        String numbers = forecast.expected().map(e -> e.quantiles().stream().map(Forecasts::number)
                .collect(Collectors.joining(",")) + "," + number(e.lower()) + "," + number(e.equal()) + ","
                + number(e.higher())).orElse(",".repeat(7));
        return forecast.endpoint().id() + "," + arms.treated() + "," + arms.control() + ",SD," + numbers + ","
                + forecast.refusal().replace(',', ';') + "\n";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
