/// Runs on Apache Spark: [propria.spark.SparkExecutor] sends the study and the numbers of chunks out and takes records back,
/// [propria.spark.ChunkTask] is what a worker of the cluster does. Nothing else of Propria knows this module.
@NullMarked
package propria.spark;

import org.jspecify.annotations.NullMarked;
