package propria.model.check;

import java.util.List;
import propria.model.Model;
import propria.model.problem.Problem;

/// One rule that a model should keep.
public interface ModelCheck {

    /// Where the model breaks the rule; empty where it keeps it. A check says nothing about what another check reports:
    /// it skips what it cannot judge.
    List<Problem> check(Model model);
}
