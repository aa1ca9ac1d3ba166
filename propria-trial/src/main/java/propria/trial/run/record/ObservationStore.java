package propria.trial.run.record;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.conduct.SubjectRecord;
import propria.trial.score.ClinicalScore;

/// Keeps what was recorded in trials, so that other endpoints are read without simulating again. A file is `PTR2`, then a record a
/// trial: its length, five numbers, and compressed columns (arms and events, rules, a score each), of which a reader opens those
/// that it needs.
public final class ObservationStore implements AutoCloseable {

    private static final int MAGIC = 0x50545232;
    private static final int SCORES = ClinicalScore.values().length;
    private static final int BUFFER = 1 << 20;
    private static final int INTS = 7;
    private static final int HEAD = 5 * Integer.BYTES;

    private final DataOutputStream out;

    /// Makes a file.
    public ObservationStore(Path file) throws IOException {
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
        out.writeInt(MAGIC);
    }

    /// Adds what [#encode] gave.
    public void add(byte[] trial) throws IOException {
        out.writeInt(trial.length);
        out.write(trial);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /// A trial as bytes.
    public static byte[] encode(SimulatedTrial trial) {
        List<SubjectRecord> subjects = trial.subjects();
        int visits = subjects.isEmpty() ? 0 : subjects.getFirst().rules().length;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(HEAD).putInt(trial.number()).putInt(trial.draw()).putInt(trial.screened())
                .putInt(subjects.size()).putInt(visits).array());
        ByteBuffer ints = ByteBuffer.allocate(subjects.size() * INTS * Integer.BYTES);
        ByteBuffer rules = ByteBuffer.allocate(subjects.size() * visits * Long.BYTES);
        for (SubjectRecord s : subjects) {
            ints.putInt(s.person()).putInt(s.arm()).putInt(s.stratum()).putInt(s.centre()).putInt(s.lot())
                    .putInt(s.left()).putInt(s.rescued());
            for (long own : s.rules()) {
                rules.putLong(own);
            }
        }
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        column(bytes, deflater, ints);
        column(bytes, deflater, rules);
        for (int score = 0; score < SCORES; score++) {
            ByteBuffer floats = ByteBuffer.allocate(subjects.size() * (visits + 1) * Float.BYTES);
            for (SubjectRecord s : subjects) {
                for (float[] visit : s.scores()) {
                    floats.putFloat(visit[score]);
                }
            }
            column(bytes, deflater, floats);
        }
        deflater.end();
        return bytes.toByteArray();
    }

    private static void column(ByteArrayOutputStream bytes, Deflater deflater, ByteBuffer column) {
        deflater.reset();
        deflater.setInput(column.array());
        deflater.finish();
        byte[] packed = new byte[column.capacity() + column.capacity() / 8 + 64];
        int length = deflater.deflate(packed);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        bytes.write(packed, 0, length);
    }

    /// Reads trials some at a time, in order.
    ///
    /// @param most no more than so many
    /// @throws ProblemException T221 when the file is not one of these
    public static Reader reader(Path file, int most) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
        if (Files.size(file) < Integer.BYTES || in.readInt() != MAGIC) {
            in.close();
            throw new ProblemException(Problem.error("T221", SourceLocation.of(file.toString()),
                    "the recorded trials cannot be read", "the file is cut short or was written by another version",
                    "run the study again"));
        }
        return new Reader(in, most);
    }

    /// Hands out trials as bytes.
    public static final class Reader implements AutoCloseable {

        private final DataInputStream in;
        private int left;

        Reader(DataInputStream in, int most) {
            this.in = in;
            this.left = most;
        }

        /// The next trials, at most so many; none at the end.
        public List<byte[]> next(int count) throws IOException {
            List<byte[]> trials = new ArrayList<>();
            while (trials.size() < count && left > 0) {
                try {
                    byte[] bytes = new byte[in.readInt()];
                    in.readFully(bytes);
                    trials.add(bytes);
                    left--;
                } catch (EOFException e) {
                    left = 0;
                }
            }
            return trials;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /// A trial from bytes.
    ///
    /// @param needed scores that are read; others are not numbers
    public static SimulatedTrial decode(byte[] record, Set<ClinicalScore> needed) {
        ByteBuffer bytes = ByteBuffer.wrap(record);
        int number = bytes.getInt();
        int draw = bytes.getInt();
        int screened = bytes.getInt();
        int count = bytes.getInt();
        int visits = bytes.getInt();
        Inflater inflater = new Inflater(true);
        ByteBuffer ints = open(bytes, inflater, count * INTS * Integer.BYTES);
        ByteBuffer rules = open(bytes, inflater, count * visits * Long.BYTES);
        float[][][] scores = new float[count][visits + 1][SCORES];
        for (ClinicalScore score : ClinicalScore.values()) {
            boolean wanted = needed.contains(score);
            ByteBuffer floats = wanted
                    ? open(bytes, inflater, count * (visits + 1) * Float.BYTES)
                    : ByteBuffer.allocate(0);
            if (!wanted) {
                int length = bytes.getInt();
                bytes.position(bytes.position() + length);
            }
            for (float[][] subject : scores) {
                for (float[] visit : subject) {
                    visit[score.ordinal()] = wanted ? floats.getFloat() : Float.NaN;
                }
            }
        }
        inflater.end();
        List<SubjectRecord> subjects = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int[] own = new int[INTS];
            Arrays.setAll(own, _ -> ints.getInt());
            long[] met = new long[visits];
            Arrays.setAll(met, _ -> rules.getLong());
            subjects.add(new SubjectRecord(own[0], own[1], own[2], own[3], own[4], own[5], own[6], scores[i], met));
        }
        return new SimulatedTrial(number, draw, screened, subjects);
    }

    private static ByteBuffer open(ByteBuffer bytes, Inflater inflater, int size) {
        int length = bytes.getInt();
        byte[] column = new byte[size];
        inflater.reset();
        inflater.setInput(bytes.array(), bytes.position(), length);
        try {
            int done = 0;
            while (done < size && !inflater.needsInput()) {
                done += inflater.inflate(column, done, size - done);
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException("a recorded trial is broken", e);
        }
        bytes.position(bytes.position() + length);
        return ByteBuffer.wrap(column);
    }
}
