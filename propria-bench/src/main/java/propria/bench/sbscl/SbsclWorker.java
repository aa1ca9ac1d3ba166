package propria.bench.sbscl;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import propria.bench.clock.ThreadTime;

/// The program of a process that simulates with SBSCL for another one: it reads requests and writes answers, and ends with
/// whoever started it, also in the middle of a simulation.
public final class SbsclWorker {

    private static final int LONGEST_MESSAGE = 2000;

    private SbsclWorker() {
    }

    private sealed interface Request {

        static Request read(DataInputStream in) throws IOException {
            return in.readBoolean() ? Load.read(in) : new Run(in.readDouble(), in.readDouble(), in.readInt());
        }
    }

    /// Takes a model.
    private record Load(Path file, double[] times, List<String> outputs) implements Request {

        static Load read(DataInputStream in) throws IOException {
            Path file = Path.of(in.readUTF());
            double[] times = new double[in.readInt()];
            for (int k = 0; k < times.length; k++) {
                times[k] = in.readDouble();
            }
            List<String> outputs = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                outputs.add(in.readUTF());
            }
            return new Load(file, times, outputs);
        }
    }

    /// Simulates the model taken last, several times.
    private record Run(double relative, double absolute, int repeats) implements Request {
    }

    /// @param arguments none
    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
        // SBSCL prints; what it prints must not come between answers.
        System.setOut(System.err);
        BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().start(() -> listen(requests));
        SbsclLibrary library = SbsclLibrary.find().orElseThrow();
        out.writeBoolean(true);
        out.flush();
        List<SbsclModel> model = new ArrayList<>();
        while (true) {
            answer(library, model, requests.take(), out);
            out.flush();
        }
    }

    private static void listen(BlockingQueue<Request> requests) {
        try (DataInputStream in = new DataInputStream(System.in)) {
            while (true) {
                requests.add(Request.read(in));
            }
        } catch (IOException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static void answer(SbsclLibrary library, List<SbsclModel> model, Request request, DataOutputStream out)
            throws IOException {
        try {
            switch (request) {
                case Load load -> {
                    model.clear();
                    model.add(new SbsclModel(library, load.file(), load.times(), load.outputs()));
                    out.writeBoolean(true);
                }
                case Run run -> simulate(model.getFirst(), run, out);
            }
        } catch (SbsclFailure e) {
            String why = String.valueOf(e.getMessage());
            out.writeBoolean(false);
            out.writeUTF(why.substring(0, Math.min(why.length(), LONGEST_MESSAGE)));
        }
    }

    private static void simulate(SbsclModel model, Run run, DataOutputStream out) throws IOException {
        long begin = ThreadTime.nanos();
        Object table = model.simulate(run.relative(), run.absolute());
        for (int r = 1; r < run.repeats(); r++) {
            table = model.simulate(run.relative(), run.absolute());
        }
        double seconds = (ThreadTime.nanos() - begin) * 1e-9 / run.repeats();
        double[] values = model.values(table);
        out.writeBoolean(true);
        out.writeDouble(seconds);
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }
}
