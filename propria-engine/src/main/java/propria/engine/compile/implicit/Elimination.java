package propria.engine.compile.implicit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Which columns of a matrix are independent, and in which rows they are seen to be; decided in whole numbers by
/// elimination without fractions (Bareiss, Sylvester's identity and multistep integer-preserving Gaussian elimination,
/// Mathematics of Computation 22, 1968), so that rounding decides nothing.
///
/// @param columns the columns that do not depend on earlier ones, ascending
/// @param rows as many rows in which these columns are independent, in the order of the columns
public record Elimination(List<Integer> columns, List<Integer> rows) {

    public Elimination {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// @param matrix by row; each number stands for its shortest decimal
    public static Elimination of(double[][] matrix) {
        BigInteger[][] numbers = whole(matrix);
        List<Integer> columns = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        BigInteger previous = BigInteger.ONE;
        int width = numbers.length == 0 ? 0 : numbers[0].length;
        for (int column = 0; column < width; column++) {
            int pivot = pivot(numbers, column, rows);
            if (pivot >= 0) {
                columns.add(column);
                rows.add(pivot);
                BigInteger diagonal = numbers[pivot][column];
                for (int i = 0; i < numbers.length; i++) {
                    if (!rows.contains(i)) {
                        reduce(numbers[i], numbers[pivot], column, previous);
                    }
                }
                previous = diagonal;
            }
        }
        return new Elimination(columns, rows);
    }

    private static int pivot(BigInteger[][] numbers, int column, List<Integer> used) {
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i][column].signum() != 0 && !used.contains(i)) {
                return i;
            }
        }
        return -1;
    }

    private static void reduce(BigInteger[] row, BigInteger[] top, int column, BigInteger previous) {
        BigInteger factor = row[column];
        for (int j = column; j < row.length; j++) {
            row[j] = top[column].multiply(row[j]).subtract(factor.multiply(top[j])).divide(previous);
        }
    }

    private static BigInteger[][] whole(double[][] matrix) {
        int places = 0;
        for (double[] row : matrix) {
            for (double number : row) {
                places = Math.max(places, BigDecimal.valueOf(number).stripTrailingZeros().scale());
            }
        }
        BigInteger[][] numbers = new BigInteger[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            numbers[i] = new BigInteger[matrix[i].length];
            for (int j = 0; j < matrix[i].length; j++) {
                numbers[i][j] = BigDecimal.valueOf(matrix[i][j]).movePointRight(places).toBigIntegerExact();
            }
        }
        return numbers;
    }
}
