package propria.trial.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import propria.study.run.work.ChunkWorker;
import propria.study.run.work.Chunks;
import propria.study.run.work.Executor;
import propria.study.run.work.Executors;
import propria.study.run.work.OpenChunks;
import propria.study.run.work.StudyBundle;
import propria.study.subject.ParameterDraw;
import propria.study.subject.SubjectLife;
import propria.trial.patient.CoursePlan;
import propria.trial.patient.PatientSimulator;
import propria.trial.patient.PatientSpace;

/// Simulates the people of a bank where an executor says, and keeps each, so that the run finds them done. A person is the same
/// wherever simulated.
final class PeopleWork {

    /// The name of those who are simulated, in a description.
    private static final String CHOSEN = "cohorts";

    private static final byte[] NONE = new byte[Integer.BYTES];

    private PeopleWork() {
    }

    /// How the people of a plan are divided.
    static Chunks division(CoursePlan plan) {
        int values = plan.arms().size() * plan.times().size() * plan.quantities().size();
        return Chunks.of(plan.draws(), plan.patientsPerDraw(), values);
    }

    /// Does it; nothing for `local`, where the run simulates them as it goes.
    ///
    /// @param people who is simulated, by draw, as of [TrialBanks#people]
    /// @param description of the run, for other programs
    static void ahead(TrialBanks banks, boolean typical, List<List<double[]>> people, KeptCourses kept, String executor,
            int threads, Supplier<byte[]> description) {
        Executor where = Executors.find(executor);
        if (where.name().equals("local")) {
            return;
        }
        CoursePlan plan = banks.plan(typical);
        Chunks division = division(plan);
        int[] open = IntStream.range(0, division.count()).filter(c -> IntStream.range(0, division.subjects(c))
                .anyMatch(i -> !kept.has(place(division, c, i)))).toArray();
        where.execute(new OpenChunks(open, division, threads, () -> worker(banks, typical, people), description),
                Executors.place(executor), new Keeping(kept, division));
    }

    /// Keeps what arrives; the keeper counts and tells.
    private record Keeping(KeptCourses kept, Chunks division) implements Executor.Receiver {

        @Override
        public void received(int chunk, byte[] record) {
            keep(kept, division, chunk, record);
        }

        @Override
        public void simulated(int subjects) {
            // counted as people are kept
        }

        @Override
        public void tick() {
            // told as people are kept
        }
    }

    private static int place(Chunks division, int chunk, int index) {
        return division.draw(chunk) * division.perArm() + division.first(chunk) + index;
    }

    private static void keep(KeptCourses kept, Chunks division, int chunk, byte[] record) {
        int count = division.subjects(chunk);
        ByteBuffer bytes = ByteBuffer.wrap(record);
        for (int i = 0; i < count; i++) {
            double[] person = new double[record.length / Double.BYTES / count];
            for (int k = 0; k < person.length; k++) {
                person[k] = bytes.getDouble();
            }
            if (!kept.has(place(division, chunk, i))) {
                kept.keep(place(division, chunk, i), person);
            }
        }
    }

    /// A worker for a thread.
    ///
    /// @param chosen who is simulated, by draw; empty where no draw has people who are chosen
    static ChunkWorker worker(TrialBanks banks, boolean typical, List<List<double[]>> chosen) {
        PatientSpace space = banks.space(typical);
        Chunks division = division(space.plan());
        SubjectLife life = space.life();
        return (chunk, goOn) -> {
            ParameterDraw draw = space.draw(division.draw(chunk));
            double[][] people = new double[division.subjects(chunk)][];
            for (int i = 0; i < people.length; i++) {
                people[i] = PatientSimulator.one(space, draw, division.first(chunk) + i,
                        chosen.isEmpty() ? List.of() : chosen.get(draw.number()), life);
                if (!goOn.getAsBoolean()) {
                    return Optional.empty();
                }
            }
            ByteBuffer bytes = ByteBuffer.allocate(people.length * people[0].length * Double.BYTES);
            for (double[] person : people) {
                bytes.asDoubleBuffer().put(person);
                bytes.position(bytes.position() + person.length * Double.BYTES);
            }
            return Optional.of(bytes.array());
        };
    }

    /// What another program needs to do it.
    ///
    /// @param files of the study and the library by name
    /// @param chosen who is simulated, by draw: chosen once, here
    static byte[] description(Map<String, java.nio.file.Path> files, long seed, boolean typical,
            List<List<double[]>> chosen) {
        try {
            StudyBundle bundle = StudyBundle.of(files, seed, typical ? 1 : 0, TrialWorkers.KIND);
            if (!chosen.isEmpty()) {
                bundle.files().put(CHOSEN, bytes(chosen));
            }
            return bundle.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(List<List<double[]>> chosen) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(chosen.size());
            for (List<double[]> people : chosen) {
                out.writeInt(people.size());
                for (double[] person : people) {
                    out.writeInt(person.length);
                    for (double normal : person) {
                        out.writeDouble(normal);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    /// Who is simulated, by draw, as a description says it; empty where it says nobody.
    static List<List<double[]>> chosen(StudyBundle bundle) {
        Optional<byte[]> bytes = Optional.ofNullable(bundle.files().get(CHOSEN));
        List<List<double[]>> chosen = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.orElse(NONE)))) {
            int draws = in.readInt();
            for (int draw = 0; draw < draws; draw++) {
                List<double[]> people = new ArrayList<>();
                int count = in.readInt();
                for (int i = 0; i < count; i++) {
                    double[] person = new double[in.readInt()];
                    for (int k = 0; k < person.length; k++) {
                        person[k] = in.readDouble();
                    }
                    people.add(person);
                }
                chosen.add(people);
            }
            return chosen;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
