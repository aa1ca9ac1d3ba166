package propria.study.run.work;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// All that another program needs to simulate chunks of a run: the bytes of every file that the study rests on, under the
/// names that are the same on every machine (`library/…`, `study/…`), and what was asked for.
///
/// @param key names the run; made again from what is unpacked it must be the same
public record StudyBundle(SortedMap<String, byte[]> files, long seed, int draws, String key) {

    /// Reads the files.
    ///
    /// @param files by their names
    public static StudyBundle of(Map<String, Path> files, long seed, int draws, String key) throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            contents.put(file.getKey(), Files.readAllBytes(file.getValue()));
        }
        return new StudyBundle(contents, seed, draws, key);
    }

    /// This as bytes.
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(seed);
            out.writeInt(draws);
            out.writeUTF(key);
            out.writeInt(files.size());
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.writeUTF(file.getKey());
                out.writeInt(file.getValue().length);
                out.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Reads what [#bytes] wrote.
    public static StudyBundle of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            long seed = in.readLong();
            int draws = in.readInt();
            String key = in.readUTF();
            SortedMap<String, byte[]> files = new TreeMap<>();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                String name = in.readUTF();
                files.put(name, in.readNBytes(in.readInt()));
            }
            return new StudyBundle(files, seed, draws, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes the files.
    ///
    /// @return the folder of the study
    public Path unpack(Path folder) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        Files.createDirectories(root.resolve("library").resolve("evidence"));
        Path study = root;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path to = root.resolve(file.getKey()).normalize();
            if (!to.startsWith(root)) {
                throw new IOException("a file outside of the bundle: " + file.getKey());
            }
            Path parent = Optional.ofNullable(to.getParent()).orElse(root);
            Files.createDirectories(parent);
            Files.write(to, file.getValue());
            if (to.endsWith("study.yaml")) {
                study = parent;
            }
        }
        return study;
    }
}
