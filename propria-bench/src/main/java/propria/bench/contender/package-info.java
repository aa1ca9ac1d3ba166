/// Who is compared: a [propria.bench.contender.Contender] simulates a workload at given tolerances and says how long one
/// simulation took. To add a comparator, implement the interface and let [propria.bench.contender.Contenders] list it.
@NullMarked
package propria.bench.contender;

import org.jspecify.annotations.NullMarked;
