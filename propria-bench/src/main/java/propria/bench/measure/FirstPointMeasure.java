package propria.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Starts [FirstPoint] in fresh processes on networks of a given size.
public final class FirstPointMeasure {

    private static final int PROCESSES = 3;
    /// A process that takes longer is ended [s].
    private static final int LONGEST = 180;
    /// The states of the network with which a cache is filled.
    private static final int TRAINING = 60;

    private FirstPointMeasure() {
    }

    /// In what state the process is that reads the file.
    public enum Start {
        /// A fresh process that finds classes as files.
        COLD("a fresh process without a cache", 1),
        /// A fresh process that finds classes in a cache that an earlier process left, as the launcher starts programs.
        CACHED("a fresh process with a cache, as the launcher starts it", 1),
        /// A process that has read the file four times before, as a server has.
        WARM("a process that has read it four times", 5);

        private final String label;
        private final int times;

        Start(String label, int times) {
            this.label = label;
            this.times = times;
        }

        /// What tables call it.
        public String label() {
            return label;
        }
    }

    /// The medians of several processes.
    ///
    /// @param clock milliseconds by the clock
    /// @param processor milliseconds of the main thread
    public record Delay(double clock, double processor) {
    }

    /// @param reactions how many; half as many states
    public static Delay of(int reactions, Start start) throws IOException {
        Path folder = Files.createTempDirectory("network");
        Path file = folder.resolve("network.ant");
        Path cache = folder.resolve("classes.aot");
        try {
            Files.writeString(file, network(reactions / 2, 1));
            List<String> flags = new ArrayList<>(List.of("-XX:+UseParallelGC", "-Xlog:disable"));
            if (start == Start.CACHED) {
                Path other = folder.resolve("other.ant");
                Files.writeString(other, network(TRAINING, 2));
                run(List.of("-XX:+UseParallelGC", "-Xlog:disable", "-XX:AOTCacheOutput=" + cache), other, 1);
                if (!Files.exists(cache)) {
                    throw new IOException("the virtual machine made no cache of classes; it wants jars, not folders");
                }
                flags.add("-XX:AOTCache=" + cache);
            }
            List<double[]> runs = new ArrayList<>();
            for (int k = 0; k < PROCESSES; k++) {
                runs.add(run(flags, file, start.times));
            }
            return new Delay(middle(runs, 0), middle(runs, 1));
        } finally {
            try (Stream<Path> left = Files.list(folder)) {
                for (Path one : left.toList()) {
                    Files.delete(one);
                }
            }
            Files.delete(folder);
        }
    }

    private static double middle(List<double[]> runs, int column) {
        return runs.stream().mapToDouble(run -> run[column]).sorted().skip(PROCESSES / 2).findFirst().orElseThrow();
    }

    private static double[] run(List<String> flags, Path file, int times) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FirstPoint.class.getName(),
                file.toString(), Integer.toString(times)));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var _ = process.onExit().orTimeout(LONGEST, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String[] numbers = said.lines().filter(line -> line.matches("\\d+ \\d+")).findFirst()
                .orElseThrow(() -> new IOException("a process that reads a model said: " + said)).split(" ");
        return new double[]{Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])};
    }

    /// Every state is made under the influence of three others, and decays: two reactions a state.
    static String network(int states, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
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
