package propria.inference.calibration.estimate;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import propria.inference.kept.KeptFile;

/// Work that is kept in a folder under a key of what it comes from, so that a stopped calibration goes on from it.
///
/// @param folder made where it is missing
record Kept(Path folder) {

    /// Lines of numbers: read back if they are in the folder under the same key, else made and kept.
    List<double[]> lines(String name, String key, Callable<List<double[]>> make) throws InterruptedException {
        Path file = folder.resolve(name + ".kept");
        try {
            List<double[]> known = read(file, key);
            if (!known.isEmpty()) {
                return known;
            }
            List<double[]> made = make.call();
            Files.createDirectories(folder);
            KeptFile.replace(file, out -> {
                out.writeUTF(key);
                out.writeInt(made.size());
                for (double[] line : made) {
                    KeptFile.write(out, line);
                }
            });
            return made;
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<double[]> read(Path file, String key) throws IOException {
        List<double[]> lines = new ArrayList<>();
        if (!Files.exists(file)) {
            return lines;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readUTF().equals(key)) {
                int size = in.readInt();
                for (int i = 0; i < size; i++) {
                    lines.add(KeptFile.read(in));
                }
            }
        }
        return lines;
    }
}
