package propria.trial.patient.cohort;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import propria.study.subject.ParameterDraw;
import propria.trial.patient.CourseKeeper;
import propria.trial.patient.PatientSource;
import propria.trial.patient.PatientSpace;

/// Cohorts that are chosen once: what was chosen in a draw is kept, so that work that was stopped goes on without choosing again,
/// and can be said afterwards. A draw in which nobody is like the patients of the target has people as the population has them,
/// and says so by an empty cohort; with every parameter at its value that is an error. Used by one thread.
public final class KeptCohorts implements PatientSource {

    private static final int HEAD = 8;

    private final CohortSource source;
    private final CourseKeeper keeper;
    private final SortedMap<Integer, Cohort> made = new TreeMap<>();

    /// @param keeper whose places are draws
    public KeptCohorts(CohortSource source, CourseKeeper keeper) {
        this.source = source;
        this.keeper = keeper;
    }

    @Override
    public List<double[]> patients(PatientSpace space, ParameterDraw draw) {
        Cohort cohort = made.computeIfAbsent(draw.number(),
                number -> keeper.kept(number).map(KeptCohorts::decode).orElseGet(() -> chosen(space, draw)));
        return cohort.patients().stream().map(Candidate::normals).toList();
    }

    /// What was chosen, by draw.
    public SortedMap<Integer, Cohort> made() {
        return Collections.unmodifiableSortedMap(made);
    }

    private Cohort chosen(PatientSpace space, ParameterDraw draw) {
        Cohort cohort = source.cohort(space, draw);
        if (cohort.patients().isEmpty() && space.plan().draws() == 1) {
            throw CohortSource.nobody(space, draw, cohort);
        }
        keeper.keep(draw.number(), encode(cohort));
        return cohort;
    }

    /// Facts, three lengths, then normals, latent quantities, readings and scores of each patient.
    static double[] encode(Cohort cohort) {
        List<Candidate> people = cohort.patients();
        int normals = people.isEmpty() ? 0 : people.getFirst().normals().length;
        int standing = people.isEmpty() ? 0 : people.getFirst().standing().length;
        int readings = people.isEmpty() ? 0 : people.getFirst().readings().length;
        double[] record = new double[HEAD + people.size() * (normals + standing + 2 * readings)];
        double[] head = {cohort.simulations(), cohort.failures(), cohort.effective(), cohort.missed(), people.size(),
                normals, standing, readings};
        int at = put(record, 0, head);
        for (Candidate person : people) {
            at = put(record, at, person.normals());
            at = put(record, at, person.standing());
            at = put(record, at, person.readings());
            at = put(record, at, person.scores());
        }
        return record;
    }

    private static int put(double[] record, int at, double[] values) {
        System.arraycopy(values, 0, record, at, values.length);
        return at + values.length;
    }

    static Cohort decode(double[] record) {
        int[] lengths = {(int) record[5], (int) record[6], (int) record[7], (int) record[7]};
        List<Candidate> people = new ArrayList<>();
        int at = HEAD;
        for (int person = 0; person < (int) record[4]; person++) {
            double[][] parts = new double[lengths.length][];
            for (int i = 0; i < lengths.length; i++) {
                parts[i] = java.util.Arrays.copyOfRange(record, at, at + lengths[i]);
                at += lengths[i];
            }
            people.add(new Candidate(parts[0], parts[1], parts[2], parts[3]));
        }
        return new Cohort(people, (int) record[0], (int) record[1], record[2], (int) record[3]);
    }
}
