/// What comparisons are written as: [propria.bench.output.ComparisonTable] for people,
/// [propria.bench.output.ComparisonCsv] for programs. Nothing here measures.
@NullMarked
package propria.bench.output;

import org.jspecify.annotations.NullMarked;
