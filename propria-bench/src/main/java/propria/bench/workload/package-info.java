/// What is simulated in comparisons: models with their course. [propria.bench.workload.Workload] is one; the gut comes
/// from the library, classic stiff problems from the resources of this module, others' models from a folder of SBML
/// files that the user names. To add a classic problem, add its Antimony text to the resources and its name to
/// [propria.bench.workload.Workloads].
@NullMarked
package propria.bench.workload;

import org.jspecify.annotations.NullMarked;
