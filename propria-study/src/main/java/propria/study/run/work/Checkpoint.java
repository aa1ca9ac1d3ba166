package propria.study.run.work;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// The finished chunks of a run, on disk beside the run folder to come, so that a stopped run can go on. Each record is
/// `chunk, length, bytes, checksum`; what follows the first broken record is not believed. Safe to share between threads.
public final class Checkpoint implements AutoCloseable {

    private final Path file;
    /// Not a channel: an interrupt would close it.
    private final RandomAccessFile content;
    private final Map<Integer, byte[]> finished = new HashMap<>();

    private Checkpoint(Path file, RandomAccessFile content) {
        this.file = file;
        this.content = content;
    }

    /// Where the checkpoint of a run folder is.
    public static Path fileOf(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return absolute.resolveSibling("." + absolute.getFileName() + ".checkpoint");
    }

    /// Opens a checkpoint; keeps what is in it when it is to be resumed and belongs to the same run.
    ///
    /// @param key names the run: its inputs, seed and draws
    /// @throws ProblemException S052 when it cannot be written
    public static Checkpoint open(Path folder, String key, boolean resume) {
        Path file = fileOf(folder);
        try {
            RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw");
            Checkpoint checkpoint = new Checkpoint(file, content);
            long valid = resume ? checkpoint.readFinished(key) : 0;
            content.setLength(valid);
            content.seek(valid);
            if (valid == 0) {
                checkpoint.writeKey(key);
            }
            return checkpoint;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /// What was kept, by chunk.
    public Map<Integer, byte[]> finished() {
        return Map.copyOf(finished);
    }

    private void writeKey(String key) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(key);
        }
        write(bytes.toByteArray());
    }

    private long readFinished(String key) throws IOException {
        long valid = 0;
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
            if (!in.readUTF().equals(key)) {
                return 0;
            }
            valid = 2 + key.length();
            while (true) {
                int chunk = in.readInt();
                int length = in.readInt();
                if (length < 0 || length > content.length()) {
                    return valid;
                }
                byte[] bytes = in.readNBytes(length);
                if (bytes.length < length || in.readLong() != checksum(chunk, bytes)) {
                    return valid;
                }
                finished.put(chunk, bytes);
                valid += 2 * Integer.BYTES + length + Long.BYTES;
            }
        } catch (EOFException e) {
            return valid;
        }
    }

    /// Keeps a chunk.
    ///
    /// @throws ProblemException S052 when it cannot be written, for example because the disk is full
    public synchronized void keep(int chunk, byte[] bytes) {
        ByteBuffer record = ByteBuffer.allocate(2 * Integer.BYTES + bytes.length + Long.BYTES);
        record.putInt(chunk).putInt(bytes.length).put(bytes).putLong(checksum(chunk, bytes));
        try {
            write(record.array());
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private void write(byte[] bytes) throws IOException {
        content.write(bytes);
    }

    private static long checksum(int chunk, byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(chunk);
        crc.update(bytes);
        return crc.getValue();
    }

    /// Forgets everything: the run is done.
    public void delete() {
        close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    @Override
    public void close() {
        try {
            content.close();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static ProblemException unwritable(Path file, IOException e) {
        return new ProblemException(Problem.error("S052", SourceLocation.of(file.toString()),
                "finished work cannot be kept", String.valueOf(e.getMessage()),
                "free some space there, or choose another place with --out"));
    }
}
