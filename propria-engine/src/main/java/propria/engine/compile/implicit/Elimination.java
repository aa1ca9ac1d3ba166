package propria.engine.compile.implicit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Which columns of a matrix are independent, and how the others are made of these; decided in whole numbers by
/// elimination without fractions (Bareiss, Sylvester's identity and multistep integer-preserving Gaussian elimination,
/// Mathematics of Computation 22, 1968), so that rounding decides nothing.
///
/// @param columns the columns that do not depend on earlier ones, ascending
/// @param shares for each of these, how much of it every column of the matrix is
public record Elimination(List<Integer> columns, List<List<Double>> shares) {

    public Elimination {
        columns = List.copyOf(columns);
        shares = List.copyOf(shares);
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
                    if (i != pivot) {
                        numbers[i] = reduced(numbers[i], numbers[pivot], column, previous);
                    }
                }
                previous = diagonal;
            }
        }
        List<List<Double>> shares = new ArrayList<>();
        for (int row : rows) {
            shares.add(shares(numbers[row], previous));
        }
        return new Elimination(columns, shares);
    }

    private static int pivot(BigInteger[][] numbers, int column, List<Integer> used) {
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i][column].signum() != 0 && !used.contains(i)) {
                return i;
            }
        }
        return -1;
    }

    private static BigInteger[] reduced(BigInteger[] row, BigInteger[] top, int column, BigInteger previous) {
        BigInteger[] reduced = new BigInteger[row.length];
        for (int j = 0; j < row.length; j++) {
            reduced[j] = top[column].multiply(row[j]).subtract(row[column].multiply(top[j])).divide(previous);
        }
        return reduced;
    }

    /// In the end every pivot is the same number. Nothing is zero without a sign.
    private static List<Double> shares(BigInteger[] row, BigInteger pivot) {
        List<Double> shares = new ArrayList<>();
        for (BigInteger number : row) {
            shares.add(number.doubleValue() / pivot.doubleValue() + 0.0);
        }
        return shares;
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
