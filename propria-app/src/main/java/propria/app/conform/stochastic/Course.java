package propria.app.conform.stochastic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import propria.app.conform.ExpectedResults;

/// What is expected of one quantity over time: `X-mean` and `X-sd`, or those of its logarithm, `ln(X)-mean`.
///
/// @param id the quantity
/// @param logarithm whether its logarithm is meant
/// @param means a number a time
/// @param deviations a number a time, where they are stated
record Course(String id, boolean logarithm, double[] means, Optional<double[]> deviations) {

    private static final Pattern HEADING = Pattern.compile("(ln\\()?([^()]*?)\\)?-(mean|sd)");

    /// Makes pairs of the columns of a table, in the order of the means.
    static Course[] of(ExpectedResults table) {
        return table.variables().stream().filter(v -> v.endsWith("-mean")).map(heading -> {
            Matcher parts = HEADING.matcher(heading);
            if (!parts.matches()) {
                throw new IllegalArgumentException("a column is called " + heading);
            }
            int sd = table.variables().indexOf(heading.replaceAll("-mean$", "-sd"));
            return new Course(parts.group(2), parts.group(1) != null, column(table, table.variables().indexOf(heading)),
                    sd < 0 ? Optional.empty() : Optional.of(column(table, sd)));
        }).toArray(Course[]::new);
    }

    private static double[] column(ExpectedResults table, int column) {
        return table.values().stream().mapToDouble(row -> row[column]).toArray();
    }

    /// What the quantity counts as; the tables of the suite say 0 for the logarithm of zero.
    double transformed(double value) {
        if (!logarithm) {
            return value;
        }
        return value > 0 ? StrictMath.log(value) : 0;
    }
}
