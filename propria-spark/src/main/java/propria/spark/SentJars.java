package propria.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import propria.engine.simulate.Simulator;
import propria.evidence.EvidenceLibrary;
import propria.formats.antimony.AntimonyReader;
import propria.model.problem.Problem;
import propria.study.run.StudyRunner;

/// The jars that a cluster needs beside its own: those of the classes that a worker uses, wherever this program has them. A
/// folder of classes is packed first. Nothing is sent when Spark runs in this program, or the user names jars.
final class SentJars implements AutoCloseable {

    /// One class of each jar; libraries of Propria by name, since their classes are no business of this module.
    private static final List<String> USED = List.of(SparkExecutor.class.getName(), StudyRunner.class.getName(),
            Simulator.class.getName(), AntimonyReader.class.getName(), EvidenceLibrary.class.getName(),
            Problem.class.getName(), "tools.jackson.databind.json.JsonMapper", "tools.jackson.core.JsonParser",
            "com.fasterxml.jackson.annotation.JsonProperty", "org.snakeyaml.engine.v2.api.Load");

    /// What a worker needs besides for the people of trials, where this program has it.
    private static final List<String> OF_TRIALS = List.of("propria.trial.run.TrialWorkers",
            "propria.inference.vocabulary.Vocabulary", "org.hipparchus.distribution.continuous.NormalDistribution",
            "org.hipparchus.optim.OptimizationData");

    private final SparkConf conf;
    private final List<Path> packed = new ArrayList<>();

    private SentJars(SparkConf conf) {
        this.conf = conf;
    }

    static SentJars of(SparkConf conf) throws IOException {
        SentJars jars = new SentJars(conf);
        if (!conf.get("spark.master").startsWith("local") && !conf.contains("spark.jars")) {
            List<String> paths = new ArrayList<>();
            for (String used : USED) {
                paths.add(jars.jar(place(used)).toUri().toString());
            }
            for (String used : OF_TRIALS) {
                if (has(used)) {
                    paths.add(jars.jar(place(used)).toUri().toString());
                }
            }
            conf.set("spark.jars", String.join(",", paths));
        }
        return jars;
    }

    /// The configuration, with the jars.
    SparkConf conf() {
        return conf;
    }

    private static boolean has(String className) {
        try {
            Class.forName(className, false, SentJars.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Path place(String className) throws IOException {
        try {
            return Path.of(Class.forName(className, false, SentJars.class.getClassLoader()).getProtectionDomain()
                    .getCodeSource().getLocation().toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IOException("a class that workers need is not here: " + className, e);
        }
    }

    private Path jar(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return place;
        }
        Path jar = Files.createTempFile("propria-classes", ".jar");
        packed.add(jar);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(place)) {
            for (Path entry : all.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(place.relativize(entry).toString().replace('\\', '/')));
                Files.copy(entry, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    @Override
    public void close() throws IOException {
        for (Path jar : packed) {
            Files.deleteIfExists(jar);
        }
    }
}
