package propria.inference.calibration.estimate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import propria.engine.simulate.Simulator;
import propria.inference.calibration.FreeParameters;
import propria.inference.design.Courses;
import propria.inference.prediction.StudyLikelihood;

/// Points at which the model was simulated, round by round. A finished round is kept on disk, from which a stopped
/// calibration goes on; the points are the same on any number of threads.
final class Rounds {

    private final FreeParameters parameters;
    private final Courses courses;
    private final StudyLikelihood likelihood;
    private final Path folder;
    private final int threads;

    /// One round.
    ///
    /// @param points as standard normal numbers
    /// @param features what the model gave at each
    record Round(List<double[]> points, List<double[]> features) {
    }

    Rounds(FreeParameters parameters, Courses courses, StudyLikelihood likelihood, Path folder, int threads) {
        this.parameters = parameters;
        this.courses = courses;
        this.likelihood = likelihood;
        this.folder = folder;
        this.threads = threads;
    }

    /// The round of a number: read back if it is on disk under the same key, else simulated at points that are asked for
    /// then. Points at which an arm cannot be simulated are left out.
    ///
    /// @param key what the points come from
    Round round(String name, String key, Supplier<List<double[]>> points, IntConsumer progress)
            throws InterruptedException {
        Path file = folder.resolve("round-" + name + ".csv");
        if (Files.exists(file)) {
            List<String> lines = read(file);
            if (lines.getFirst().equals(key)) {
                return parse(lines);
            }
        }
        Round round = simulate(points.get(), progress);
        write(file, key, round);
        return round;
    }

    Path folder() {
        return folder;
    }

    Simulator simulator() {
        return new Simulator(courses.model());
    }

    /// What the model gives at a point; empty where it cannot be simulated.
    Optional<double[]> simulate(Simulator simulator, double[] point) {
        return courses.simulate(simulator, parameters.at(point).values()).map(likelihood::features);
    }

    /// Simulates points.
    Round simulate(List<double[]> points, IntConsumer progress) throws InterruptedException {
        ThreadLocal<Simulator> simulators = ThreadLocal.withInitial(() -> new Simulator(courses.model()));
        List<Future<double[]>> pending = new ArrayList<>();
        List<double[]> kept = new ArrayList<>();
        List<double[]> features = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            for (double[] point : points) {
                Callable<double[]> task = () -> courses.simulate(simulators.get(), parameters.at(point).values())
                        .map(likelihood::features).orElse(new double[0]);
                pending.add(workers.submit(task));
            }
            for (int i = 0; i < points.size(); i++) {
                double[] one = result(pending.get(i));
                if (one.length > 0) {
                    kept.add(points.get(i));
                    features.add(one);
                }
                progress.accept(i + 1);
            }
        }
        return new Round(kept, features);
    }

    private static double[] result(Future<double[]> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file, String key, Round round) {
        StringBuilder text = new StringBuilder(key).append('\n');
        for (int i = 0; i < round.points().size(); i++) {
            text.append(join(round.points().get(i))).append(';').append(join(round.features().get(i))).append('\n');
        }
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve(file.getFileName() + ".part");
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String join(double[] values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(text.isEmpty() ? "" : ",").append(value);
        }
        return text.toString();
    }

    private static Round parse(List<String> lines) {
        List<double[]> points = new ArrayList<>();
        List<double[]> features = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] halves = line.split(";", -1);
            points.add(numbers(halves[0]));
            features.add(numbers(halves[1]));
        }
        return new Round(points, features);
    }

    private static double[] numbers(String text) {
        return java.util.Arrays.stream(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    }
}
