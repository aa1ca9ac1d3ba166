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
    private static final double KG = 70;
    /// After patients are seen at baseline [d].
    private static final double SOON = 0.042;

    /// One target population.
    ///
    /// @param target its id
    /// @param group whose baselines of trials apply
    /// @param weeks when the rules are looked at [weeks]
    /// @param rules of response
    /// @param arms what is given, against nothing
    public record Question(String target, String group, List<Double> weeks, List<ClinicalRule> rules,
            List<Arm> arms) {

        public Question {
            weeks = List.copyOf(weeks);
            rules = List.copyOf(rules);
            arms = List.copyOf(arms);
        }
    }

    /// A treatment.
    ///
    /// @param agent the class of its effect
    /// @param treatment what is given besides the background
    /// @param background what this arm and its untreated people are given; none for most
    /// @param cells in all, in a person of usual weight; 0 for what is not counted in cells
    public record Arm(String agent, Treatment treatment, List<Treatment> background, double cells) {

        public Arm {
            background = List.copyOf(background);
        }
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
            target.allow("target", "group", "weeks", "rules", "arms");
            List<ClinicalRule> rules = new ArrayList<>();
            for (String word : target.texts("rules")) {
                rules.add(ClinicalRule.named(word)
                        .orElseThrow(() -> new ProblemException(Problem.error("T405", target.placeOf("rules"),
                                "nobody defines the rule `" + word + "`", "", "use one of ClinicalRule"))));
            }
            questions.add(new Question(target.text("target"), target.text("group"), numbers(target, "weeks"), rules,
                    target.mappings("arms").stream().flatMap(arm -> arms(arm).stream()).toList()));
        }
        return new MechanismPlan((int) file.number("patients"), (int) file.number("draws"),
                (long) file.number("seed"), questions);
    }

    private static List<Double> numbers(YamlMapping entry, String key) {
        return entry.texts(key).stream().map(Double::parseDouble).toList();
    }

    /// One for each dose: multiples of the amount.
    private static List<Arm> arms(YamlMapping arm) {
        arm.allow("agent", "product", "amount", "route", "weeks", "doses", "background");
        List<Double> days = numbers(arm, "weeks").stream().map(week -> week * DAYS).toList();
        List<Double> doses = arm.has("doses") ? numbers(arm, "doses") : List.of(1.0);
        List<Treatment> background = arm.has("background")
                ? List.of(new Treatment(arm.text("background"), "1 fold", arm.text("route"), List.of(SOON), 0))
                : List.of();
        String amount = arm.text("amount");
        double number = Double.parseDouble(amount.substring(0, amount.indexOf(' ')));
        String unit = amount.substring(amount.indexOf(' ') + 1);
        double cells = unit.startsWith("cells") ? number * days.size() * (unit.endsWith("/kg") ? KG : 1) : 0;
        return doses.stream().map(dose -> new Arm(arm.text("agent"),
                new Treatment(arm.text("product"), number * dose + " " + unit, arm.text("route"), days, 0), background,
                cells * dose)).toList();
    }
}
