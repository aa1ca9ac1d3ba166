/// What is measured beside single simulations: [propria.bench.measure.PopulationMeasure] for many subjects,
/// [propria.bench.measure.FirstPoint] for the time from a file to a first point. Each answers with
/// [propria.bench.measure.Finding]s: a goal and what was reached.
@NullMarked
package propria.bench.measure;

import org.jspecify.annotations.NullMarked;
