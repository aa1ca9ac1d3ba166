package propria.bench.sbscl;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// SBSCL in a process of its own, which is ended by force when an answer takes too long: some models it simulates for ever,
/// and no thread can be ended from outside. One process serves model after model, so that it is warm; after one that had to
/// be ended the next begins afresh. For one thread.
public final class SbsclProcess implements AutoCloseable {

    /// What a process may take to load its classes [s].
    private static final double START = 60;

    private final ExecutorService reader = Executors
            .newSingleThreadExecutor(task -> Thread.ofPlatform().daemon().unstarted(task));
    private Optional<Channel> channel = Optional.empty();

    private record Channel(Process process, DataOutputStream out, DataInputStream in) {
    }

    /// What a simulation came to.
    ///
    /// @param seconds processor time of one
    /// @param values what was recorded, time by time
    public record Course(double seconds, double[] values) {
    }

    /// Takes a model, which [#run] then simulates.
    ///
    /// @param limit how long that may take [s]
    /// @throws SbsclFailure if SBSCL refuses the model
    /// @throws SbsclLate if the time was up
    public void load(Path file, double[] times, List<String> outputs, double limit) {
        Channel to = channel.filter(one -> one.process().isAlive()).orElseGet(this::start);
        send(() -> {
            to.out().writeBoolean(true);
            to.out().writeUTF(file.toAbsolutePath().toString());
            to.out().writeInt(times.length);
            for (double time : times) {
                to.out().writeDouble(time);
            }
            to.out().writeInt(outputs.size());
            for (String output : outputs) {
                to.out().writeUTF(output);
            }
            to.out().flush();
        });
        receive(to, in -> true, limit);
    }

    /// Simulates the model that was loaded last.
    ///
    /// @param limit how long that may take [s]
    /// @throws SbsclFailure if SBSCL cannot
    /// @throws SbsclLate if the time was up; the model is to be loaded again
    public Course run(double relative, double absolute, int repeats, double limit) {
        Channel to = channel.filter(one -> one.process().isAlive()).orElseThrow(SbsclLate::new);
        send(() -> {
            to.out().writeBoolean(false);
            to.out().writeDouble(relative);
            to.out().writeDouble(absolute);
            to.out().writeInt(repeats);
            to.out().flush();
        });
        return receive(to, in -> {
            double seconds = in.readDouble();
            double[] values = new double[in.readInt()];
            for (int k = 0; k < values.length; k++) {
                values[k] = in.readDouble();
            }
            return new Course(seconds, values);
        }, limit);
    }

    private Channel start() {
        String java = ProcessHandle.current().info().command().orElse("java");
        ProcessBuilder builder = new ProcessBuilder(java, "-XX:+UseSerialGC", "-Xmx1g",
                "-D" + SbsclLibrary.PROPERTY + "=" + absolute(System.getProperty(SbsclLibrary.PROPERTY, "")), "-cp",
                absolute(System.getProperty("java.class.path")), SbsclWorker.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                // SBSCL leaves a log where it is started.
                .directory(new File(System.getProperty("java.io.tmpdir")));
        try {
            Process process = builder.start();
            Channel started = new Channel(process,
                    new DataOutputStream(new BufferedOutputStream(process.getOutputStream())),
                    new DataInputStream(process.getInputStream()));
            channel = Optional.of(started);
            receive(started, in -> true, START);
            return started;
        } catch (IOException e) {
            throw new SbsclFailure("no process for SBSCL: " + e.getMessage(), e);
        }
    }

    /// A class path that does not depend on where a process is started.
    private static String absolute(String path) {
        return Arrays.stream(path.split(File.pathSeparator)).map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private interface Sending {
        void run() throws IOException;
    }

    private void send(Sending sending) {
        try {
            sending.run();
        } catch (IOException e) {
            end();
            throw new SbsclFailure("the process of SBSCL is gone: " + e.getMessage(), e);
        }
    }

    private interface Receiving<T> {
        T from(DataInputStream in) throws IOException;
    }

    private <T> T receive(Channel from, Receiving<T> receiving, double limit) {
        Future<T> answer = reader.submit(() -> {
            if (!from.in().readBoolean()) {
                throw new SbsclFailure(from.in().readUTF(), new IllegalStateException());
            }
            return receiving.from(from.in());
        });
        try {
            return answer.get((long) (limit * 1e9), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            end();
            throw new SbsclLate();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SbsclFailure said) {
                throw said;
            }
            end();
            throw new SbsclFailure("the process of SBSCL ended: " + e.getCause(), e);
        } catch (InterruptedException e) {
            end();
            Thread.currentThread().interrupt();
            throw new SbsclLate();
        }
    }

    private void end() {
        channel.ifPresent(one -> one.process().destroyForcibly());
        channel = Optional.empty();
    }

    @Override
    public void close() {
        end();
        reader.shutdownNow();
    }
}
