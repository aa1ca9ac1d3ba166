package propria.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Starts [FirstPoint] in fresh processes on networks of a given size.
public final class FirstPointMeasure {

    private static final int PROCESSES = 5;

    private FirstPointMeasure() {
    }

    /// The medians of several fresh processes.
    ///
    /// @param clock milliseconds by the clock
    /// @param processor milliseconds of the main thread
    public record Delay(double clock, double processor) {
    }

    /// @param reactions how many; half as many states
    public static Delay of(int reactions) throws IOException {
        Path file = Files.createTempFile("network", ".ant");
        try {
            Files.writeString(file, network(reactions / 2));
            List<double[]> runs = new ArrayList<>();
            for (int k = 0; k < PROCESSES; k++) {
                runs.add(run(file));
            }
            return new Delay(middle(runs, 0), middle(runs, 1));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static double middle(List<double[]> runs, int column) {
        return runs.stream().mapToDouble(run -> run[column]).sorted().skip(PROCESSES / 2).findFirst().orElseThrow();
    }

    private static double[] run(Path file) throws IOException {
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseParallelGC", "-Xshare:auto", "-cp", System.getProperty("java.class.path"),
                FirstPoint.class.getName(), file.toString()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        String[] numbers = said.substring(said.lastIndexOf('\n') + 1).split(" ");
        return new double[]{Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])};
    }

    /// Every state is made under the influence of three others, and decays: two reactions a state.
    static String network(int states) {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("model network\n  compartment c = 1\n");
        for (int k = 0; k < states; k++) {
            text.append("  species S").append(k).append(" in c = 1; k").append(k).append(" = ")
                    .append(random.nextDouble(0.1, 9)).append("\n");
        }
        for (int k = 0; k < states; k++) {
            text.append("  in").append(k).append(": -> S").append(k).append("; k").append(k).append(" * (0");
            for (int i = 0; i < 3; i++) {
                String other = "S" + random.nextInt(states);
                text.append(" + ").append(other).append("^2.5 / (").append(i + 0.5).append(" + ").append(other)
                        .append("^2.5)");
            }
            text.append(")\n  out").append(k).append(": S").append(k).append(" -> ; k").append(k).append(" * S")
                    .append(k).append("\n");
        }
        return text.append("end\n").toString();
    }
}
