package propria.study.run.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import propria.engine.compile.CompiledModel;
import propria.model.problem.Nearest;
import propria.model.problem.Problem;
import propria.model.problem.SourceLocation;
import propria.study.Arm;
import propria.study.Insult;
import propria.study.Phase;
import propria.study.Product;
import propria.study.Regimen;
import propria.study.Study;
import propria.study.reading.Findings;

/// Checks that everything that a study sets, changes or records is in its model.
public final class ModelNames {

    private final Set<String> states;
    private final Set<String> settable;
    private final Set<String> outputs;
    private final Findings findings = new Findings();

    /// @param model in which names are looked up
    public ModelNames(CompiledModel model) {
        this.states = new HashSet<>(model.stateIds());
        this.settable = new HashSet<>(model.parameterIds());
        this.settable.addAll(states);
        this.outputs = new HashSet<>(model.outputIds());
    }

    /// @throws propria.model.problem.ProblemException S040, one problem a name
    public void check(Study study) {
        study.observables().forEach(o -> in(outputs, o.quantity(), "observed quantity", o.place()));
        for (Arm arm : study.arms()) {
            arm.population().parameters().forEach((id, value) -> in(settable, id, "parameter", value.place()));
            arm.population().initial().forEach((id, value) -> in(settable, id, "state", value.place()));
            arm.population().betweenSubjects().forEach((id, value) -> in(settable, id, "parameter", value.place()));
            arm.regimens().stream().map(Regimen::product).forEach(this::product);
        }
        study.phases().stream().flatMap(p -> p.exposures().stream()).map(Phase.Exposure::insult)
                .forEach(this::insult);
        findings.raise();
    }

    private void product(Product product) {
        product.routes().values().forEach(t -> t.forEach(target -> in(states, target.id(), "state", target.place())));
        product.dead().ifPresent(id -> in(states, id, "state", product.place()));
        product.once().forEach(once -> in(states, once.target(), "state", once.place()));
        product.parameters().forEach((id, value) -> in(settable, id, "parameter", value.place()));
    }

    private void insult(Insult insult) {
        Set<String> allowed = switch (insult.kind()) {
            case LEVEL -> settable;
            case BOLUS -> states;
        };
        insult.targets().forEach(target -> in(allowed, target.id(), "target", target.place()));
        insult.parameters().forEach((id, value) -> in(settable, id, "parameter", value.place()));
    }

    private void in(Collection<String> known, String id, String kind, SourceLocation place) {
        if (!known.contains(id)) {
            findings.add(Problem.error("S040", place, "the model has no " + kind + " `" + id.replace("__", ".") + "`",
                    known.size() + " are known", Nearest.of(id, known)
                            .map(near -> "did you mean `" + near.replace("__", ".") + "`?")
                            .orElse("correct the id, or use another model")));
        }
    }
}
