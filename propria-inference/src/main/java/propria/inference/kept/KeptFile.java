package propria.inference.kept;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file of finished work: there whole or not at all.
public final class KeptFile {

    private KeptFile() {
    }

    /// What is written into a file.
    @FunctionalInterface
    public interface Content {

        /// Writes it.
        void to(DataOutputStream out) throws IOException;
    }

    /// Puts new content in the place of a file in one step.
    ///
    /// @throws UncheckedIOException when it cannot be written
    public static void replace(Path file, Content content) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (DataOutputStream out = new DataOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(fresh)))) {
                content.to(out);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads numbers that [#write] wrote.
    public static double[] read(DataInputStream in) throws IOException {
        double[] numbers = new double[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readDouble();
        }
        return numbers;
    }

    /// Writes numbers, how many there are before them.
    public static void write(DataOutputStream out, double[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }
}
