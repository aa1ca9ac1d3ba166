package propria.trial.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.conduct.SubjectRecord;
import propria.trial.score.ClinicalScore;

/// Keeps what was recorded in trials in a compressed file, so that other endpoints are read without simulating again.
final class ObservationStore implements AutoCloseable {

    private static final int SCORES = ClinicalScore.values().length;
    private static final int BUFFER = 1 << 20;

    private final DataOutputStream out;

    ObservationStore(Path file) throws IOException {
        out = new DataOutputStream(new BufferedOutputStream(new Fast(Files.newOutputStream(file)), BUFFER));
    }

    private static final class Fast extends GZIPOutputStream {
        Fast(java.io.OutputStream under) throws IOException {
            super(under, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    void add(SimulatedTrial trial) throws IOException {
        int visits = trial.subjects().getFirst().rules().length;
        ByteBuffer bytes = ByteBuffer
                .allocate(20 + trial.subjects().size() * (20 + (visits + 1) * SCORES * 4 + visits * 8));
        bytes.putInt(trial.number()).putInt(trial.draw()).putInt(trial.screened()).putInt(trial.subjects().size())
                .putInt(visits);
        for (SubjectRecord s : trial.subjects()) {
            bytes.putInt(s.person()).putInt(s.arm()).putInt(s.stratum()).putInt(s.left()).putInt(s.rescued());
            for (float[] scores : s.scores()) {
                for (float score : scores) {
                    bytes.putFloat(score);
                }
            }
            for (long rules : s.rules()) {
                bytes.putLong(rules);
            }
        }
        out.writeInt(bytes.capacity());
        out.write(bytes.array());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /// Reads trials in order.
    static void read(Path file, Consumer<SimulatedTrial> sink) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(
                new GZIPInputStream(Files.newInputStream(file), BUFFER), BUFFER))) {
            while (true) {
                int size;
                try {
                    size = in.readInt();
                } catch (EOFException e) {
                    return;
                }
                byte[] bytes = new byte[size];
                in.readFully(bytes);
                sink.accept(trial(ByteBuffer.wrap(bytes)));
            }
        }
    }

    private static SimulatedTrial trial(ByteBuffer bytes) {
        int number = bytes.getInt();
        int draw = bytes.getInt();
        int screened = bytes.getInt();
        int count = bytes.getInt();
        int visits = bytes.getInt();
        List<SubjectRecord> subjects = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int person = bytes.getInt();
            int arm = bytes.getInt();
            int stratum = bytes.getInt();
            int left = bytes.getInt();
            int rescued = bytes.getInt();
            float[][] scores = new float[visits + 1][SCORES];
            for (float[] own : scores) {
                for (int k = 0; k < SCORES; k++) {
                    own[k] = bytes.getFloat();
                }
            }
            long[] rules = new long[visits];
            for (int k = 0; k < visits; k++) {
                rules[k] = bytes.getLong();
            }
            subjects.add(new SubjectRecord(person, arm, stratum, left, rescued, scores, rules));
        }
        return new SimulatedTrial(number, draw, screened, subjects);
    }
}
