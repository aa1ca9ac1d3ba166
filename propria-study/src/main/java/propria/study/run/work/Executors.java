package propria.study.run.work;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// The executors that this program has: the local one, and those that stand on the class path.
public final class Executors {

    private Executors() {
    }

    /// The one that a name such as `local`, `spark` or `spark=spark://host:7077` means.
    ///
    /// @throws ProblemException S055 when there is none
    public static Executor find(String named) {
        String name = named.contains("=") ? named.substring(0, named.indexOf('=')) : named;
        List<Executor> known = new ArrayList<>(List.of(new LocalExecutor()));
        ServiceLoader.load(Executor.class).forEach(known::add);
        return known.stream().filter(e -> e.name().equals(name)).findFirst()
                .orElseThrow(() -> new ProblemException(Problem.error("S055",
                        "there is no executor `" + name + "` in this program",
                        "known here: " + String.join(", ", known.stream().map(Executor::name).toList()),
                        name.equals("spark")
                                ? "start by the script ./propria, which adds the module propria-spark"
                                : "leave --executor out to compute on this machine")));
    }

    /// What stands behind `=`; empty when nothing does.
    public static String place(String named) {
        return named.contains("=") ? named.substring(named.indexOf('=') + 1) : "";
    }
}
