package propria.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// A standalone cluster of Spark on the loopback address of this machine: a master and two workers of one core each, from
/// the jars that Maven has fetched. Everything that it starts is stopped when it is closed.
final class LoopbackCluster implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int PATIENCE_SECONDS = 180;
    /// Work begins when both workers have a program for it, or after half a minute: so each has computed when one is killed, and
    /// what comes after that goes on with the other.
    private static final Map<String, String> SETTINGS = Map.of("spark.executor.memory", "500m", "spark.driver.host",
            HOST, "spark.driver.bindAddress", HOST, "spark.cores.max", "2",
            "spark.scheduler.minRegisteredResourcesRatio", "1.0",
            "spark.scheduler.maxRegisteredResourcesWaitingTime", "30s");

    private final Path folder;
    private final Path home;
    private final int port;
    private final List<Process> workers = new ArrayList<>();
    private final List<ProcessHandle> started = new ArrayList<>();

    private LoopbackCluster(Path folder) throws IOException {
        this.folder = folder;
        this.home = Files.createDirectories(folder.resolve("spark-home"));
        Files.createSymbolicLink(home.resolve("jars"), Path.of(System.getProperty("propria.spark.lib")));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            port = free.getLocalPort();
        }
    }

    /// Told how much of the work is done.
    interface Told {
        void at(long done, long total);
    }

    /// Work that knows the address of the cluster, and whom to tell how far it is.
    interface Work<R> {
        R on(String master, Told told) throws Exception;
    }

    /// What came of work of which a worker was killed on the way.
    ///
    /// @param killedAt how much was done then
    record Killed<R>(R result, long killedAt) {
    }

    /// Does work on a cluster, and kills its first worker with the programs in which it computes, once a tenth of the work is done.
    static <R> Killed<R> killing(Path folder, Work<R> work) throws Exception {
        AtomicLong killedAt = new AtomicLong(-1);
        try (LoopbackCluster workers = start(folder)) {
            R result = work.on(workers.master(), (done, total) -> {
                if (done > total / 10 && killedAt.compareAndSet(-1, done)) {
                    assertThat(done).isLessThan(total);
                    assertThat(workers.killWorker(0)).as("programs that were killed").isGreaterThan(1);
                }
            });
            assertThat(workers.hasComputed(0)).isTrue();
            assertThat(workers.hasComputed(1)).isTrue();
            assertThat(killedAt.get()).as("what was done when a worker was killed").isPositive();
            return new Killed<>(result, killedAt.get());
        }
    }

    static LoopbackCluster start(Path folder) throws Exception {
        LoopbackCluster cluster = new LoopbackCluster(folder);
        try {
            cluster.launch("master", "org.apache.spark.deploy.master.Master", "--host", HOST, "--port",
                    Integer.toString(cluster.port), "--webui-port", "0");
            cluster.awaitMaster();
            for (int i = 0; i < 2; i++) {
                cluster.workers.add(cluster.launch("worker" + i, "org.apache.spark.deploy.worker.Worker", "--host",
                        HOST, "--cores", "1", "--memory", "700m", "--webui-port", "0", "--work-dir",
                        cluster.folder.resolve("worker" + i).toString(), cluster.master()));
            }
            SETTINGS.forEach(System::setProperty);
            return cluster;
        } catch (Exception e) {
            cluster.close();
            throw e;
        }
    }

    String master() {
        return "spark://" + HOST + ":" + port;
    }

    private Process launch(String name, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED", "-cp", home.resolve("jars") + "/*", main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().putAll(Map.of("SPARK_HOME", home.toString(), "SPARK_SCALA_VERSION", "2.13", "JAVA_HOME",
                System.getProperty("java.home"), "SPARK_LOCAL_IP", HOST, "SPARK_WORKER_DIR", folder.toString()));
        Process process = builder.start();
        started.add(process.toHandle());
        return process;
    }

    private void awaitMaster() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(HOST, port), 1000);
                return;
            } catch (IOException e) {
                Thread.sleep(200);
            }
        }
        throw new IOException("the master does not answer: " + Files.readString(folder.resolve("master.log")));
    }

    /// Kills a worker and the programs in which it computes, by a signal that they cannot catch.
    ///
    /// @return how many programs that were
    int killWorker(int number) {
        List<ProcessHandle> programs = new ArrayList<>(workers.get(number).descendants().toList());
        programs.add(workers.get(number).toHandle());
        programs.forEach(ProcessHandle::destroyForcibly);
        return programs.size();
    }

    /// Whether a worker has been given a part of the work.
    boolean hasComputed(int number) throws IOException {
        Path work = folder.resolve("worker" + number);
        if (!Files.isDirectory(work)) {
            return false;
        }
        try (Stream<Path> found = Files.list(work)) {
            return found.anyMatch(path -> path.getFileName().toString().startsWith("app-"));
        }
    }

    @Override
    public void close() {
        SETTINGS.keySet().forEach(System::clearProperty);
        for (ProcessHandle process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        started.forEach(process -> process.onExit().orTimeout(60, TimeUnit.SECONDS).join());
    }
}
