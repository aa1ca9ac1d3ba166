package propria.formats.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import propria.model.problem.ProblemException;

/// What holds for a reader whatever it is given: it reads, or refuses with problems that have a code and say what is
/// wrong. Time and memory are bounded by the run itself: an input that takes more than it may is a finding.
final class Bounded {

    private Bounded() {
    }

    /// What is done with an input.
    interface Reading {
        void read() throws Exception;
    }

    static void check(Reading reading) throws Exception {
        try {
            reading.read();
        } catch (ProblemException e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.code()).matches("[A-Z]\\d{3}");
                assertThat(problem.what()).isNotBlank();
            });
        }
    }
}
