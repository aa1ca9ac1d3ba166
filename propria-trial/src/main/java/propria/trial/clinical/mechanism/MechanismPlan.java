package propria.trial.clinical.mechanism;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.trial.patient.Treatment;
import propria.trial.score.ClinicalRule;

/// `mechanism.yaml`: what the mechanistic patients are asked.
///
/// @param patients of each draw
/// @param draws of the parameters of the model
/// @param questions a target population each
public record MechanismPlan(int patients, int draws, long seed, List<Question> questions) {

    private static final double DAYS = 7;

    /// One target population.
    ///
    /// @param target its id
    /// @param group whose baselines of trials apply
    /// @param week when the rules are looked at [weeks]
    /// @param rules of response
    /// @param arms what is given, against nothing
    public record Question(String target, String group, double week, List<ClinicalRule> rules, List<Arm> arms) {

        public Question {
            rules = List.copyOf(rules);
            arms = List.copyOf(arms);
        }
    }

    /// A treatment.
    ///
    /// @param agent the class of its effect
    public record Arm(String agent, Treatment treatment) {
    }

    public MechanismPlan {
        questions = List.copyOf(questions);
    }

    /// Reads the file.
    ///
    /// @throws ProblemException T405 for a rule that nobody defines
    public static MechanismPlan read(Path path) {
        YamlMapping file = YamlReader.read(path, path.toString());
        file.allow("patients", "draws", "seed", "targets");
        List<Question> questions = new ArrayList<>();
        for (YamlMapping target : file.mappings("targets")) {
            target.allow("target", "group", "week", "rules", "arms");
            List<ClinicalRule> rules = new ArrayList<>();
            for (String word : target.texts("rules")) {
                rules.add(ClinicalRule.named(word)
                        .orElseThrow(() -> new ProblemException(Problem.error("T405", target.placeOf("rules"),
                                "nobody defines the rule `" + word + "`", "", "use one of ClinicalRule"))));
            }
            questions.add(new Question(target.text("target"), target.text("group"), target.number("week"), rules,
                    target.mappings("arms").stream().map(MechanismPlan::arm).toList()));
        }
        return new MechanismPlan((int) file.number("patients"), (int) file.number("draws"),
                (long) file.number("seed"), questions);
    }

    private static Arm arm(YamlMapping arm) {
        arm.allow("agent", "product", "amount", "route", "weeks");
        List<Double> days = arm.texts("weeks").stream().map(week -> Double.parseDouble(week) * DAYS).toList();
        return new Arm(arm.text("agent"),
                new Treatment(arm.text("product"), arm.text("amount"), arm.text("route"), days, 0));
    }
}
