package propria.inference.sample;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Keeps chains in a folder, a file each, so that an interrupted run goes on where it was.
public final class ChainStore {

    private final Optional<Path> folder;
    private final String problem;

    private ChainStore(Optional<Path> folder, String problem) {
        this.folder = folder;
        this.problem = problem;
    }

    /// Keeps nothing.
    public static ChainStore none() {
        return new ChainStore(Optional.empty(), "");
    }

    /// Keeps chains in a folder that exists.
    ///
    /// @param problem what is sampled and how, in one line; chains of another problem are passed over
    public static ChainStore in(Path folder, String problem) {
        return new ChainStore(Optional.of(folder), problem);
    }

    private static Path file(Path folder, int chain) {
        return folder.resolve("chain-" + chain + ".bin");
    }

    Optional<ChainRecord> get(int chain) {
        Optional<Path> file = folder.map(f -> file(f, chain)).filter(Files::isRegularFile);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file.get())))) {
            if (!in.readUTF().equals(problem)) {
                return Optional.empty();
            }
            int iteration = in.readInt();
            int divergences = in.readInt();
            double[] state = numbers(in);
            double[][] points = new double[in.readInt()][];
            for (int i = 0; i < points.length; i++) {
                points[i] = numbers(in);
            }
            return Optional.of(new ChainRecord(iteration, state, points, numbers(in), divergences));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(int chain, ChainRecord record) {
        if (folder.isEmpty()) {
            return;
        }
        Path file = file(folder.get(), chain);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (DataOutputStream out = new DataOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(fresh)))) {
                out.writeUTF(problem);
                out.writeInt(record.iteration());
                out.writeInt(record.divergences());
                numbers(out, record.state());
                out.writeInt(record.points().length);
                for (double[] point : record.points()) {
                    numbers(out, point);
                }
                numbers(out, record.logDensities());
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] numbers(DataInputStream in) throws IOException {
        double[] numbers = new double[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readDouble();
        }
        return numbers;
    }

    private static void numbers(DataOutputStream out, double[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }
}
