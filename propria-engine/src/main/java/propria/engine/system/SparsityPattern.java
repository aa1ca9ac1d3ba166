package propria.engine.system;

import java.util.Arrays;

/// Which entries of a square matrix can differ from zero, column by column.
public final class SparsityPattern {

    private final int size;
    private final int[] columnStarts;
    private final int[] rows;

    /// @param size the number of rows and of columns
    /// @param columnStarts `size + 1` offsets into `rows`
    /// @param rows the row of each entry, ascending within a column
    public SparsityPattern(int size, int[] columnStarts, int[] rows) {
        if (columnStarts.length != size + 1 || columnStarts[size] != rows.length) {
            throw new IllegalArgumentException("column offsets do not fit " + size + " columns");
        }
        this.size = size;
        this.columnStarts = columnStarts.clone();
        this.rows = rows.clone();
    }

    /// A pattern in which every entry can differ from zero.
    public static SparsityPattern full(int size) {
        int[] starts = new int[size + 1];
        int[] rows = new int[size * size];
        for (int column = 0; column < size; column++) {
            starts[column + 1] = (column + 1) * size;
            for (int row = 0; row < size; row++) {
                rows[column * size + row] = row;
            }
        }
        return new SparsityPattern(size, starts, rows);
    }

    public int size() {
        return size;
    }

    /// The number of entries.
    public int entries() {
        return rows.length;
    }

    /// The offset of the first entry of `column`; `columnStart(size())` is the number of entries.
    public int columnStart(int column) {
        return columnStarts[column];
    }

    /// The row of entry `k`.
    public int row(int k) {
        return rows[k];
    }

    /// The offset of the entry, or -1 where it is always zero.
    public int indexOf(int row, int column) {
        int k = Arrays.binarySearch(rows, columnStarts[column], columnStarts[column + 1], row);
        return k < 0 ? -1 : k;
    }
}
