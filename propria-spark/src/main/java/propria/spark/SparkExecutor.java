package propria.spark;

import java.util.concurrent.CancellationException;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.run.work.Executor;
import propria.study.run.work.OpenChunks;

/// Computes chunks on Apache Spark: in this program (`spark`, `spark=local[4]`) or on a cluster (`spark=spark://host:7077`).
/// Each record goes to the run as soon as its task has ended, under the number of its chunk; Spark reduces nothing.
/// Settings that the user has made (`spark.…` as system properties, or by spark-submit) come before those made here.
public final class SparkExecutor implements Executor {

    private static final String LOOPBACK = "127.0.0.1";

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public void execute(OpenChunks work, String place, Receiver receiver) {
        if (work.chunks().length == 0) {
            return;
        }
        SparkConf conf = configuration(place, work.threads());
        byte[] description = work.description().get();
        try (SentJars jars = SentJars.of(conf); JavaSparkContext spark = new JavaSparkContext(jars.conf())) {
            new Job(work, receiver).run(spark, description);
        } catch (ProblemException | CancellationException e) {
            throw e;
        } catch (Exception e) {
            throw failed(conf.get("spark.master"), e);
        }
    }

    private static SparkConf configuration(String place, int threads) {
        SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "propria")
                .setIfMissing("spark.ui.enabled", "false")
                // Results are handed on one by one: their sum says nothing of the memory that they take.
                .setIfMissing("spark.driver.maxResultSize", "0")
                .setIfMissing("spark.executor.extraJavaOptions", "--enable-native-access=ALL-UNNAMED");
        if (!place.isEmpty()) {
            conf.setMaster(place);
        }
        conf.setIfMissing("spark.master", "local[" + threads + "]");
        if (conf.get("spark.master").startsWith("local")) {
            conf.setIfMissing("spark.driver.host", LOOPBACK).setIfMissing("spark.driver.bindAddress", LOOPBACK);
        }
        return conf;
    }

    private static ProblemException failed(String master, Exception e) {
        Throwable first = e instanceof IllegalStateException && e.getCause() != null ? e.getCause() : e;
        String words = String.valueOf(first.getMessage()).lines().findFirst().orElse("");
        return new ProblemException(Problem.error("S056", "Spark at `" + master + "` could not do the work", words,
                "look at the reason, then run the same command with --resume: what has arrived is kept"));
    }
}
