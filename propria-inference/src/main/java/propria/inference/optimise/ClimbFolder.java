package propria.inference.optimise;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import propria.inference.kept.KeptFile;
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
            double[] began = KeptFile.read(in);
            Climb climb = new Climb(start, began, new Optimum(KeptFile.read(in), in.readDouble(), in.readInt(),
                    Optimum.Stop.valueOf(in.readUTF())));
            return same && Arrays.equals(began, from) ? Optional.of(climb) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(Climb climb) {
        KeptFile.replace(file(climb.start()), out -> {
            out.writeUTF(problem);
            KeptFile.write(out, climb.from());
            KeptFile.write(out, climb.optimum().point());
            out.writeDouble(climb.optimum().value());
            out.writeInt(climb.optimum().evaluations());
            out.writeUTF(climb.optimum().stop().name());
        });
    }
}
