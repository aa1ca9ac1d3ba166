package propria.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import propria.app.cli.terminal.Terminal;
import propria.bench.ccode.CModelWriter;
import propria.bench.contender.Contender;
import propria.bench.contender.CvodeContender;
import propria.bench.contender.OwnContender;
import propria.bench.contender.OwnGradient;
import propria.bench.measure.Finding;
import propria.bench.measure.FirstPointMeasure;
import propria.bench.measure.PopulationMeasure;
import propria.bench.measure.StudySubjects;
import propria.bench.measure.TwoThreads;
import propria.bench.measure.VariedSubjects;
import propria.bench.precision.Comparer;
import propria.bench.precision.Comparison;
import propria.bench.precision.Curve;
import propria.bench.precision.Ladder;
import propria.bench.sundials.CvodeLibrary;
import propria.bench.sundials.CvodeSetup;
import propria.bench.sundials.CvodeSolver;
import propria.bench.sundials.SensitivitySetup;
import propria.bench.sundials.Toolchain;
import propria.bench.workload.GradientWorkload;
import propria.bench.workload.Workload;
import propria.bench.workload.Workloads;
import propria.engine.Method;
import propria.engine.Tolerances;
import propria.study.Study;

/// The measures beside single simulations.
///
/// @param seconds of processor time that each part may take
/// @param patients how many subjects at most
record Measures(Terminal terminal, Optional<Toolchain> toolchain, double seconds, int patients) {

    /// What two cores can give, and a hundredth for the clock.
    private static final double MOST_OF_TWO = 2.02;
    private static final int PARAMETERS = 20;
    private static final int TWO_CORES = 500;
    private static final double FLAT = 1.1;
    /// More megabytes than this between the least and the largest use of the heap are not flat.
    private static final long FLAT_HEAP = 10;
    /// How many times as long as other parts a growing population may take.
    private static final double GROWTH = 5;
    private static final String POPULATION = "population of gut patients, one after another";
    /// A million of the gut take most of an hour: that they cost what ten thousand cost follows from the small model.
    private static final List<Integer> GUT_SIZES = List.of(1_000, 10_000);
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);
    private static final String SMALL_MODEL = "robertson";
    private static final Tolerances COARSE = new Tolerances(1e-4, 1e-7);
    private static final int SMALL = 200;
    private static final int LARGE = 5_000;
    private static final double FIRST_SMALL = 300;
    private static final double FIRST_LARGE = 3_000;

    /// Derivatives by twenty parameters beside CVODES.
    Comparison gradient(Workload workload) {
        GradientWorkload gradient = GradientWorkload.of(workload, PARAMETERS);
        terminal.note("gradient by " + String.join(", ", gradient.directions()));
        List<Contender> all = new ArrayList<>(
                List.of(new OwnGradient(gradient, true), new OwnGradient(gradient, false)));
        List<Contender> judges = new ArrayList<>(all.subList(0, 1));
        toolchain.ifPresent(tools -> {
            CvodeLibrary library = tools.compile(CModelWriter.write(workload.model(), workload.compiled(),
                    workload.outputs(), gradient.directions()));
            Workload alone = workload.statesAlone();
            for (SensitivitySetup setup : List.of(SensitivitySetup.STAGGERED, SensitivitySetup.SIMULTANEOUS,
                    SensitivitySetup.STAGGERED_QUOTIENTS)) {
                all.add(new CvodeContender(alone, library, CvodeSetup.KLU, setup));
            }
            all.add(new CvodeContender(alone, library, CvodeSetup.DENSE, SensitivitySetup.STAGGERED));
            judges.add(new CvodeContender(alone, library, CvodeSetup.KLU, SensitivitySetup.SIMULTANEOUS));
        });
        if (judges.size() < 2) {
            judges.add(new OwnGradient(gradient, false));
        }
        return Comparer.compare(gradient.subject(), all, judges, Ladder.GRADIENT);
    }

    /// Many subjects, ours and CVODE's one after another, one thread and two, few and many.
    List<Finding> population(Study study, Workload workload, Comparison single) {
        List<Finding> findings = new ArrayList<>();
        PopulationMeasure measure = new PopulationMeasure(new StudySubjects(study, workload));
        PopulationMeasure.Cost own = measure.own(patients, seconds, Tolerances.DEFAULT);
        terminal.note(String.format(Locale.ROOT, "%,d subjects: %.0f us each, %d failed", own.subjects(),
                own.seconds() * 1e6, own.failed()));
        toolchain.ifPresentOrElse(tools -> against(tools, workload, single, measure, own, findings),
                () -> findings.add(new Finding(POPULATION, "CVODE KLU in C", "6 times faster",
                        "not measured: CVODE was not there", false)));
        findings.add(twoThreads(measure));
        findings.add(growth("the gut", measure, GUT_SIZES, Tolerances.DEFAULT));
        PopulationMeasure small = new PopulationMeasure(new VariedSubjects(Workloads.classic(SMALL_MODEL)));
        findings.add(growth(SMALL_MODEL, small, SIZES, COARSE));
        return findings;
    }

    private Finding twoThreads(PopulationMeasure measure) {
        TwoThreads two = measure.twoThreads(TWO_CORES, Tolerances.DEFAULT);
        return new Finding("two cores against one", "ourselves", "1.8",
                String.format(Locale.ROOT,
                        "%.2f (wall clock, %d subjects a thread); a loop without memory reaches %.2f "
                                + "on this machine%s",
                        two.ratio(), TWO_CORES, two.machine(),
                        two.ratio() > MOST_OF_TWO
                                ? "; more than two cores can give: something else ran meanwhile"
                                : ""),
                two.ratio() >= 1.8 && two.ratio() <= MOST_OF_TWO);
    }

    private Finding growth(String name, PopulationMeasure measure, List<Integer> sizes, Tolerances tolerances) {
        PopulationMeasure.Growth growth = measure.growth(sizes.stream().filter(n -> n <= patients).toList(),
                GROWTH * seconds, tolerances);
        growth.lines().forEach(line -> terminal.note("  " + name + ", " + line));
        return new Finding("cost a subject of " + name + ", 1,000 to " + String.format(Locale.ROOT, "%,d",
                sizes.getLast()), "ourselves", "flat within 10 %, memory flat",
                String.format(Locale.ROOT, "%.1f %%, %d MB (%s)", 100 * (growth.spread() - 1), growth.heap(),
                        String.join("; ", growth.lines())),
                growth.most() >= sizes.getLast() && growth.spread() <= FLAT && growth.heap() <= FLAT_HEAP);
    }

    private void against(Toolchain tools, Workload workload, Comparison single, PopulationMeasure measure,
            PopulationMeasure.Cost own, List<Finding> findings) {
        CvodeLibrary library = tools.compile(
                CModelWriter.write(workload.model(), workload.compiled(), workload.outputs()));
        for (CvodeSetup setup : List.of(CvodeSetup.KLU, CvodeSetup.DENSE)) {
            double relative = equalTolerance(single, setup);
            Tolerances tolerances = new Tolerances(relative, relative * single.reference().floor());
            against(library, setup, tolerances, workload, measure, own, findings);
        }
    }

    private void against(CvodeLibrary library, CvodeSetup setup, Tolerances tolerances, Workload workload,
            PopulationMeasure measure, PopulationMeasure.Cost own, List<Finding> findings) {
        try (CvodeSolver solver = new CvodeSolver(library, workload.compiled(),
                workload.request(tolerances, Method.AUTOMATIC), setup, tolerances)) {
            PopulationMeasure.Cost theirs = measure.cvode(solver, patients, seconds);
            double ratio = theirs.seconds() / own.seconds();
            findings.add(new Finding(POPULATION, setup.label() + " in C", "6 times faster", String.format(Locale.ROOT,
                    "%.2f (%,d patients at %.0f us, %d failed; CVODE %,d at %.0f us, %d failed, tolerance %.1e)", ratio,
                    own.subjects(), own.seconds() * 1e6, own.failed(), theirs.subjects(), theirs.seconds() * 1e6,
                    theirs.failed(), tolerances.relative()), ratio >= 6));
        }
    }

    /// The tolerance at which CVODE reaches the error that the method of studies reaches at its default, on the typical
    /// subject.
    private static double equalTolerance(Comparison single, CvodeSetup setup) {
        double wanted = single.curve(OwnContender.name(StudySubjects.METHOD)).orElseThrow().points().stream()
                .filter(point -> point.relative() == Tolerances.DEFAULT.relative()).findFirst().orElseThrow().error();
        return single.curve(setup.label()).map(Curve::points).orElse(List.of()).stream()
                .filter(point -> point.error() <= wanted)
                .mapToDouble(point -> point.relative() * wanted / point.error())
                .max().orElse(Tolerances.DEFAULT.relative());
    }

    /// From a file to a first point, in processes of their own.
    List<Finding> firstPoint() {
        List<Finding> findings = new ArrayList<>();
        for (FirstPointMeasure.Start start : FirstPointMeasure.Start.values()) {
            findings.add(first("100 states, 200 reactions", start, SMALL, FIRST_SMALL));
            findings.add(first("2,500 states, 5,000 reactions", start, LARGE, FIRST_LARGE));
        }
        return findings;
    }

    /// One that cannot be measured must not take the others with it.
    private static Finding first(String size, FirstPointMeasure.Start start, int reactions, double goal) {
        try {
            return first(size, start, FirstPointMeasure.of(reactions, start), goal);
        } catch (IOException e) {
            return new Finding("file to first point, " + size, start.label(),
                    String.format(Locale.ROOT, "%.0f ms", goal), "not measured: " + e.getMessage(), false);
        }
    }

    private static Finding first(String size, FirstPointMeasure.Start start, FirstPointMeasure.Delay delay,
            double goal) {
        return new Finding("file to first point, " + size, start.label(), String.format(Locale.ROOT, "%.0f ms", goal),
                String.format(Locale.ROOT, "%.0f ms by the clock, %.0f ms of the processor", delay.clock(),
                        delay.processor()),
                delay.clock() <= goal);
    }
}
