/// Work against precision: how long each contender takes for the error that it achieves. A
/// [propria.bench.precision.Reference] is found by two contenders at the tightest tolerance, a
/// [propria.bench.precision.Comparer] runs a ladder of tolerances, and a [propria.bench.precision.Curve] answers how long
/// a contender takes at an error. To change what error means, see [propria.bench.precision.ErrorMeasure] alone.
@NullMarked
package propria.bench.precision;

import org.jspecify.annotations.NullMarked;
