package propria.study.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Collects problems, so that a person sees all of them at once.
public final class Findings {

    private final List<Problem> problems = new ArrayList<>();

    /// The result of a reader, or nothing and its problems kept.
    public <T> Optional<T> attempt(Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (ProblemException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    /// Keeps a problem.
    public void add(Problem problem) {
        problems.add(problem);
    }

    /// Keeps several problems.
    public void addAll(Collection<Problem> several) {
        problems.addAll(several);
    }

    /// @throws ProblemException with all that was kept, when anything was
    public void raise() {
        List<Problem> distinct = problems.stream().distinct().toList();
        if (distinct.stream().anyMatch(Problem::isError)) {
            throw new ProblemException(distinct);
        }
    }

    /// A name that nothing has.
    ///
    /// @param kind what it should name, such as `product`
    public static ProblemException unknown(String code, SourceLocation place, String kind, String name,
            Collection<String> known) {
        return new ProblemException(
                Problem.error(code, place, "there is no " + kind + " `" + name + "`", known.isEmpty()
                        ? "none is known"
                        : "known: " + String.join(", ", known.stream().sorted().toList()),
                        Nearest.of(name, known)
                                .map(near -> "did you mean `" + near + "`?").orElse("use one of these")));
    }
}
