package propria.inference.sample;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import propria.inference.kept.KeptFile;

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
            double[] state = KeptFile.read(in);
            double[][] points = new double[in.readInt()][];
            for (int i = 0; i < points.length; i++) {
                points[i] = KeptFile.read(in);
            }
            return Optional.of(new ChainRecord(iteration, state, points, KeptFile.read(in), divergences));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(int chain, ChainRecord record) {
        if (folder.isEmpty()) {
            return;
        }
        Path file = file(folder.get(), chain);
        KeptFile.replace(file, out -> {
            out.writeUTF(problem);
            out.writeInt(record.iteration());
            out.writeInt(record.divergences());
            KeptFile.write(out, record.state());
            out.writeInt(record.points().length);
            for (double[] point : record.points()) {
                KeptFile.write(out, point);
            }
            KeptFile.write(out, record.logDensities());
        });
    }
}
