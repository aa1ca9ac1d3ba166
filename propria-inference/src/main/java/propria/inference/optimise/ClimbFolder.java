package propria.inference.optimise;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import propria.inference.optimise.MultiStart.Climb;

/// Keeps climbs in a folder, a file each.
///
/// @param folder that exists
/// @param problem what is climbed and how, in one line; climbs of another problem are passed over
public record ClimbFolder(Path folder, String problem) implements ClimbStore {

    private Path file(int start) {
        return folder.resolve("climb-" + start + ".bin");
    }

    @Override
    public Optional<Climb> get(int start, double[] from) {
        if (!Files.isRegularFile(file(start))) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file(start)))) {
            boolean same = in.readUTF().equals(problem);
            double[] began = numbers(in);
            Climb climb = new Climb(start, began, new Optimum(numbers(in), in.readDouble(), in.readInt(),
                    Optimum.Stop.valueOf(in.readUTF())));
            return same && Arrays.equals(began, from) ? Optional.of(climb) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(Climb climb) {
        Path fresh = folder.resolve("climb-" + climb.start() + ".new");
        try {
            try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(fresh))) {
                out.writeUTF(problem);
                numbers(out, climb.from());
                numbers(out, climb.optimum().point());
                out.writeDouble(climb.optimum().value());
                out.writeInt(climb.optimum().evaluations());
                out.writeUTF(climb.optimum().stop().name());
            }
            Files.move(fresh, file(climb.start()), StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
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
