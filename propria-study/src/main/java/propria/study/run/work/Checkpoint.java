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
import java.util.Optional;
import java.util.zip.CRC32;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// The finished chunks of a run, on disk beside the run folder to come: a stopped run goes on from them, and what is said of
/// all subjects is read from them, so that memory holds no more of a chunk than its place. Each record is
/// `chunk, length, bytes, checksum`; what follows the first broken record is not believed. A record that was written
/// survives the death of the program, not that of the machine. Safe to share between threads.
public final class Checkpoint implements AutoCloseable {

    private final Path file;
    /// Not a channel: an interrupt would close it.
    private final RandomAccessFile content;
    private final boolean kept;
    private final Map<Integer, Place> finished = new HashMap<>();
    private long end;

    /// Where the bytes of a chunk stand in the file.
    private record Place(long at, int length) {
    }

    private Checkpoint(Path file, RandomAccessFile content, boolean kept) {
        this.file = file;
        this.content = content;
        this.kept = kept;
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
        return open(fileOf(folder), key, resume, true);
    }

    private static Checkpoint open(Path file, String key, boolean resume, boolean kept) {
        try {
            RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw");
            Checkpoint checkpoint = new Checkpoint(file, content, kept);
            long valid = resume ? checkpoint.readFinished(key) : 0;
            content.setLength(valid);
            checkpoint.end = valid;
            if (valid == 0) {
                checkpoint.writeKey(key);
            }
            return checkpoint;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /// One for work that is not resumed, in the folder for temporary files; it is gone when it is closed.
    ///
    /// @throws ProblemException S052 when it cannot be written
    public static Checkpoint temporary() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir", "."));
        String name = "propria-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        return open(folder.resolve(name), "", false, false);
    }

    /// Whether a chunk is finished.
    public synchronized boolean has(int chunk) {
        return finished.containsKey(chunk);
    }

    /// The whole record of a finished chunk.
    public synchronized byte[] read(int chunk) {
        return read(chunk, 0, place(chunk).length());
    }

    /// A part of the record of a finished chunk.
    ///
    /// @param from the first byte in the record
    public synchronized byte[] read(int chunk, int from, int length) {
        try {
            byte[] bytes = new byte[length];
            content.seek(place(chunk).at() + from);
            content.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private Place place(int chunk) {
        return Optional.ofNullable(finished.get(chunk))
                .orElseThrow(() -> new IllegalStateException("chunk " + chunk + " is not finished"));
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
                finished.put(chunk, new Place(valid + 2 * Integer.BYTES, length));
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
            finished.put(chunk, new Place(end + 2 * Integer.BYTES, bytes.length));
            write(record.array());
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private void write(byte[] bytes) throws IOException {
        content.seek(end);
        content.write(bytes);
        end += bytes.length;
    }

    private static long checksum(int chunk, byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, chunk));
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
            if (!kept) {
                Files.deleteIfExists(file);
            }
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
