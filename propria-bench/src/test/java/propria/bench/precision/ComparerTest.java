package propria.bench.precision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import propria.bench.contender.Contender;
import propria.bench.contender.OwnContender;
import propria.bench.contender.TimedOut;
import propria.bench.output.ComparisonTable;
import propria.bench.workload.Workload;
import propria.bench.workload.Workloads;
import propria.engine.Method;
import propria.engine.Tolerances;

class ComparerTest {

    private static final Workload HIRES = Workloads.classic("hires");
    private static final Contender OWN = new OwnContender(HIRES, Method.BDF);
    private static final List<Contender> JUDGES = List.of(OWN, new OwnContender(HIRES, Method.ROSENBROCK));

    /// A contender that solves as the engine does and has its own ways with its `n`-th run.
    private record Other(String name, IntUnaryOperator manner, int[] runs) implements Contender {

        @Override
        public boolean isOwn() {
            return false;
        }

        @Override
        public boolean isCompiledLate() {
            return false;
        }

        @Override
        public Trial at(Tolerances tolerances) {
            Trial trial = OWN.at(tolerances);
            return new Trial() {
                @Override
                public double run(int repeats) {
                    manner.applyAsInt(++runs[0]);
                    return trial.run(1);
                }

                @Override
                public double[] values() {
                    return trial.values();
                }

                @Override
                public long steps() {
                    return trial.steps();
                }

                @Override
                public void close() {
                    trial.close();
                }
            };
        }
    }

    private static Comparison compare(Contender other, double rowSeconds) {
        return Comparer.compare(HIRES.subject(), List.of(OWN, other), JUDGES,
                new Ladder(List.of(1e-3, 1e-5, 1e-7), 1, 1e-5, 0.01, 1, rowSeconds));
    }

    @Test
    void who_runs_out_of_time_within_a_round_is_left_out_and_the_others_go_on() {
        Comparison comparison = compare(new Other("SBSCL late", run -> {
            if (run == 4) {
                throw TimedOut.failure();
            }
            return run;
        }, new int[1]), 60);
        assertThat(comparison.curves().getFirst().points()).hasSize(3);
        assertThat(comparison.curve("SBSCL late").orElseThrow().points()).isEmpty();
        assertThat(comparison.notes()).singleElement().asString().contains("SBSCL late at 0.001: not within 1 s");
        assertThat(ComparisonTable.lines(List.of(comparison)).getLast()).endsWith("  not within 1 s");
    }

    @Test
    void a_workload_ends_when_its_time_is_up_and_says_what_it_left_out() {
        Comparison comparison = compare(new Other("slow", run -> {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return run;
        }, new int[1]), 0.8);
        assertThat(comparison.curves().getFirst().points()).hasSizeLessThan(3);
        assertThat(comparison.notes()).isNotEmpty().allMatch(note -> note.endsWith("of this workload were up"));
    }
}
