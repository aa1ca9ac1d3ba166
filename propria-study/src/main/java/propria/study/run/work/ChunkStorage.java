package propria.study.run.work;

import java.nio.ByteBuffer;
import java.util.Arrays;
import propria.study.summary.Outcomes;
import propria.study.summary.Storage;

/// The values of all subjects as a run has left them on disk, a chunk after the other. Used by one thread.
final class ChunkStorage implements Storage {

    private final Checkpoint records;
    private final Chunks chunks;
    private int lastChunk = -1;
    private int lastColumn = -1;
    private double[] last = {};

    ChunkStorage(Checkpoint records, Chunks chunks) {
        this.records = records;
        this.chunks = chunks;
    }

    @Override
    public void scan(int[] columns, Visitor visitor) {
        double[][] values = new double[columns.length][];
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            int subjects = chunks.subjects(chunk);
            if (values[0] == null || values[0].length != subjects) {
                Arrays.setAll(values, c -> new double[subjects]);
            }
            int from = 0;
            while (from < columns.length) {
                int to = from + 1;
                while (to < columns.length && columns[to] == columns[to - 1] + 1) {
                    to++;
                }
                read(chunk, columns[from], values, from, to);
                from = to;
            }
            visitor.group(chunks.draw(chunk), chunks.first(chunk), values);
        }
    }

    /// Reads columns that stand side by side.
    private void read(int chunk, int column, double[][] values, int from, int to) {
        int subjects = chunks.subjects(chunk);
        ByteBuffer bytes = ByteBuffer.wrap(records.read(chunk, ChunkRecord.at(column, subjects),
                (to - from) * subjects * Double.BYTES));
        for (int c = from; c < to; c++) {
            bytes.position((c - from) * subjects * Double.BYTES).asDoubleBuffer().get(values[c]);
        }
    }

    @Override
    public double value(int draw, int subject, int column) {
        int chunk = chunks.of(draw, subject);
        if (chunk != lastChunk || column != lastColumn) {
            double[][] one = {new double[chunks.subjects(chunk)]};
            read(chunk, column, one, 0, 1);
            last = one[0];
            lastChunk = chunk;
            lastColumn = column;
        }
        return last[subject - chunks.first(chunk)];
    }

    /// Reads everything into memory.
    void copyTo(Outcomes outcomes) {
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            byte[] record = records.read(chunk);
            for (int i = 0; i < chunks.subjects(chunk); i++) {
                outcomes.restore(chunks.draw(chunk), chunks.first(chunk) + i,
                        ChunkRecord.subject(record, chunks.columns(), chunks.subjects(chunk), i));
            }
        }
    }
}
