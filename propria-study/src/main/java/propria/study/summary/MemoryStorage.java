package propria.study.summary;

import java.util.Arrays;

/// Values in memory, subject by subject. Threads may write different subjects at once.
final class MemoryStorage implements Storage {

    private final int draws;
    private final int subjects;
    private final int columns;
    private final double[] values;

    MemoryStorage(int draws, int subjects, int columns) {
        this.draws = draws;
        this.subjects = subjects;
        this.columns = columns;
        this.values = new double[Math.toIntExact((long) draws * subjects * columns)];
        Arrays.fill(values, Double.NaN);
    }

    private int at(int draw, int subject) {
        return (draw * subjects + subject) * columns;
    }

    @Override
    public double value(int draw, int subject, int column) {
        return values[at(draw, subject) + column];
    }

    void set(int draw, int subject, int column, double value) {
        values[at(draw, subject) + column] = value;
    }

    /// Sets all values of a subject.
    void restore(int draw, int subject, double[] row) {
        System.arraycopy(row, 0, values, at(draw, subject), columns);
    }

    @Override
    public void scan(int[] wanted, Visitor visitor) {
        double[][] group = new double[wanted.length][subjects];
        for (int draw = 0; draw < draws; draw++) {
            for (int c = 0; c < wanted.length; c++) {
                for (int subject = 0; subject < subjects; subject++) {
                    group[c][subject] = value(draw, subject, wanted[c]);
                }
            }
            visitor.group(draw, 0, group);
        }
    }
}
