package propria.trial.clinical.design;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import propria.trial.clinical.design.RowPlan.ArmPlan;
import propria.trial.clinical.design.RowPlan.OutcomePlan;
import propria.trial.clinical.design.RowPlan.Role;
import propria.trial.clinical.design.RowPlan.TrialPlan;
import propria.trial.clinical.table.ClinicalRow;
import propria.trial.clinical.table.ClinicalTable;
import propria.trial.clinical.table.TrialRecord;
import propria.trial.clinical.vocabulary.ClinicalVocabulary;
import propria.trial.clinical.vocabulary.ClinicalVocabulary.AgentTerm;
import propria.trial.clinical.vocabulary.ClinicalVocabulary.IndicationTerm;
import propria.trial.clinical.vocabulary.EndpointTerm;
import propria.trial.clinical.vocabulary.EndpointTerm.Kind;
import propria.trial.clinical.vocabulary.NumberTerm;

/// Reads the rows of a table into plans by the rules of the vocabulary.
public final class PlanReader {

    private static final double REFERENCE_CELLS = 120e6;
    private static final double LONG = 20;
    private static final String ACTIVE = "active";
    private static final Pattern BESIDE = Pattern.compile("(\\+|plus|and|with) ?placebo|placebo ?(\\+|plus|and|with)");
    private static final Pattern POOLED = Pattern.compile("\\((\\d+) (?:studies|trials|rcts)(?:, (\\d+))?");

    private final ClinicalVocabulary words;
    private final Baselines baselines;
    private final ClinicalTable table;
    private final ArmSizes sizes;
    private final Map<String, String> clusters;

    /// @param table whose rows are read
    public PlanReader(ClinicalVocabulary words, Baselines baselines, ClinicalTable table) {
        this.words = words;
        this.baselines = baselines;
        this.table = table;
        this.sizes = new ArmSizes(words, table);
        this.clusters = Clusters.of(table, words);
    }

    /// The plan of a row.
    ///
    /// @throws Unpredictable when there is none
    public RowPlan read(ClinicalRow row) throws Unpredictable {
        if (!row.broken().isEmpty()) {
            throw new Unpredictable(row.broken());
        }
        TrialRecord trial = table.trial(row);
        if (!table.trials().containsKey(row.trial())) {
            throw new Unpredictable("trials.csv does not have its trial");
        }
        if (row.effect().type().equals("qualitative") || row.endpoint().isEmpty()) {
            throw new Unpredictable("it is a statement without a number");
        }
        String comparison = row.effect().type();
        if (!comparison.isEmpty() && !words.says("comparisons", comparison)) {
            throw new Unpredictable("a comparison of another kind: " + comparison);
        }
        Role role = role(row);
        EndpointTerm term = endpoint(row, role);
        if (role == Role.CONTRAST && term.kind() == Kind.DURATION) {
            throw new Unpredictable("a comparison of times");
        }
        IndicationTerm indication = indication(trial, row, term);
        OutcomePlan outcome = outcome(row, trial, role, term, indication);
        boolean meta = words.says("meta", trial.phase() + " " + trial.design());
        return new RowPlan(row, trial(row, trial, role, indication, meta),
                new ArmPlan(role, dose(row, trial), words.says("autologous", row.arm() + " " + trial.donor())),
                meta ? pooled(row, outcome) : outcome);
    }

    private Role role(ClinicalRow row) throws Unpredictable {
        String role = purpose(row);
        boolean compared = !row.effect().type().isEmpty() && !row.effect().type().equals("proportion");
        return switch (role) {
            case "contrast" -> Role.CONTRAST;
            case "both" -> throw new Unpredictable("it mixes treated patients and controls");
            case "surgery" -> compared ? Role.CONTRAST : Role.SURGERY;
            case "control" -> compared ? Role.CONTRAST : Role.CONTROL;
            default -> compared ? Role.CONTRAST : Role.ACTIVE;
        };
    }

    /// What an arm is for: what all arms got is the control of what is on trial, and what is on trial with a placebo of something
    /// else acts.
    private String purpose(ClinicalRow row) {
        String role = words.arms().of(row.arm()).orElse(ACTIVE);
        Optional<AgentTerm> tested = words.products().of(table.trial(row).product());
        List<AgentTerm> own = words.products().all(row.arm());
        if (tested.isEmpty() || own.isEmpty()) {
            return role;
        }
        if (role.equals("control") && own.contains(tested.get()) && tested.get().refusal().isEmpty()
                && BESIDE.matcher(row.arm().toLowerCase(Locale.ROOT)).find()) {
            return ACTIVE;
        }
        String arm = row.arm().toLowerCase(Locale.ROOT).strip();
        boolean common = role.equals(ACTIVE) && !own.contains(tested.get()) && table.rowsOf(row.trial()).stream()
                .map(other -> other.arm().toLowerCase(Locale.ROOT).strip())
                .anyMatch(other -> other.length() > arm.length() && other.contains(arm));
        return common ? "control" : role;
    }

    private EndpointTerm endpoint(ClinicalRow row, Role role) throws Unpredictable {
        EndpointTerm term = words.endpoints().of(row.endpoint())
                .orElseThrow(() -> new Unpredictable("no rule knows the end point"));
        if (!term.refusal().isEmpty()) {
            throw new Unpredictable(term.refusal());
        }
        boolean counted = !row.counts().responders().isEmpty() || !row.counts().percent().isEmpty();
        if (counted && role != Role.CONTRAST && (term.kind() == Kind.LEVEL || term.kind() == Kind.CHANGE)) {
            term = new EndpointTerm(counted(row.endpoint().toLowerCase(Locale.ROOT), term.endpointClass()),
                    Kind.SHARE, false, "");
        }
        EndpointTerm named = term;
        return words.definitions().of(named.endpointClass() + ": " + row.definition())
                .map(defined -> new EndpointTerm(defined, named.kind(), named.inverse(), "")).orElse(named);
    }

    /// Which share people count who write the name of a number: those below a limit, or those who improved.
    private String counted(String endpoint, String number) {
        NumberTerm term = words.numbers().get(number);
        String improved = term == null ? "response" : term.via();
        return LIMIT.matcher(endpoint).find()
                ? improved.startsWith("endoscopic") ? "endoscopic_remission" : "remission"
                : improved;
    }

    private IndicationTerm indication(TrialRecord trial, ClinicalRow row, EndpointTerm term) throws Unpredictable {
        String text = trial.indication().isEmpty() ? row.arm() + " " + row.endpoint() : trial.indication();
        IndicationTerm found = words.indications().of(text).orElse(new IndicationTerm("", ""));
        String plain = text.toLowerCase(Locale.ROOT);
        if (found.group().equals("uc") && BOTH.matcher(plain).find()) {
            String own = (row.arm() + " " + row.set()).toLowerCase(Locale.ROOT);
            IndicationTerm named = words.indications().of(own).orElse(new IndicationTerm("luminal", ""));
            found = named.group().equals("uc") && BOTH.matcher(own).find() ? new IndicationTerm("luminal", "") : named;
        }
        if (found.group().equals("luminal")) {
            found = words.indications().of(row.endpoint() + " " + row.set())
                    .filter(own -> own.group().equals("fistula")).orElse(found);
        }
        if (found.offset().equals("cryptoglandular") && BOTH.matcher(row.set().toLowerCase(Locale.ROOT)).find()) {
            found = new IndicationTerm(found.group(), "");
        }
        if (found.group().isEmpty()) {
            NumberTerm number = words.numbers().get(term.endpointClass());
            if (number == null) {
                throw new Unpredictable("no rule knows the indication");
            }
            return new IndicationTerm(number.group(), "");
        }
        return found;
    }

    private static final Pattern LIMIT = Pattern.compile("[<≤]|remission|heal|normal");
    private static final Pattern FALL = Pattern.compile("decrease|reduction|\\bfall");
    private static final Pattern BOTH = Pattern.compile("crohn|\\bcd\\b");

    private TrialPlan trial(ClinicalRow row, TrialRecord trial, Role role, IndicationTerm indication, boolean meta)
            throws Unpredictable {
        boolean given = role == Role.ACTIVE || role == Role.CONTRAST;
        AgentTerm agent = agent(trial, row, role);
        if (given && !agent.refusal().isEmpty()) {
            throw new Unpredictable(agent.refusal());
        }
        if (given && agent.agent().isEmpty()) {
            throw new Unpredictable("no rule knows the product");
        }
        boolean single = !meta && isSingle(trial);
        double active = sizes.largest(trial, Role.ACTIVE, other -> is(other, Role.ACTIVE));
        double control = single ? active : sizes.largest(trial, Role.CONTROL, other -> is(other, Role.CONTROL));
        String blinded = trial.blinded().toLowerCase(Locale.ROOT);
        String route = words.routes().of(trial.route()).orElse("");
        return new TrialPlan(clusters.getOrDefault(trial.id(), trial.id()), indication.group(), indication.offset(),
                agent.agent(), indication.group().equals("fistula") && (meta || route.equals("local")),
                blinded.startsWith("open") || !words.says("blinded", blinded), single,
                StrictMath.min(1, StrictMath.sqrt(4 / active + 4 / control)), meta ? trials(row) : 1);
    }

    /// What was given: of a trial of several products the one that the arm names.
    private AgentTerm agent(TrialRecord trial, ClinicalRow row, Role role) {
        AgentTerm tested = words.products().of(trial.product())
                .or(() -> words.products().of(trial.product() + " " + row.arm())).orElse(new AgentTerm("", ""));
        List<AgentTerm> own = words.products().all(row.arm());
        return role != Role.ACTIVE || own.isEmpty() || own.contains(tested) ? tested : own.getFirst();
    }

    private boolean is(ClinicalRow row, Role role) {
        String word = purpose(row);
        boolean control = word.equals("control") || word.equals("surgery");
        return role == Role.ACTIVE ? word.equals(ACTIVE) : control;
    }

    private boolean isSingle(TrialRecord trial) {
        boolean controlled = table.rowsOf(trial.id()).stream().anyMatch(row -> is(row, Role.CONTROL)
                || words.arms().of(row.arm()).orElse("").equals("contrast"));
        return !controlled && (words.says("single", trial.design()) || !words.says("controlled", trial.design()));
    }

    private OutcomePlan outcome(ClinicalRow row, TrialRecord trial, Role role, EndpointTerm term,
            IndicationTerm indication) throws Unpredictable {
        String set = words.sets().of(row.set()).orElse("");
        OptionalDouble week = row.weeks();
        boolean kept = term.kind() == Kind.SHARE && week.orElse(0) >= LONG
                && (words.says("maintenance",
                        String.join(" ", trial.design(), trial.arms(), row.arm(), row.set()))
                        || set.equals("responders"));
        Baselines.Family family = family(indication, term, kept);
        if (week.isEmpty() && term.kind() != Kind.DURATION && family.week() <= 0) {
            throw new Unpredictable("it does not say when");
        }
        OptionalDouble stated = sizes.of(row, role == Role.CONTRAST ? Role.ACTIVE : role);
        double some = set.equals("responders") && ArmSizes.stated(row).isEmpty() ? words.responders() : 1;
        int n = (int) StrictMath.max(1, StrictMath.round(some * stated.orElse(sizes.usual(trial))));
        int control = role == Role.CONTRAST ? (int) StrictMath.round(matching(row, trial)) : 0;
        return new OutcomePlan(term.endpointClass(), family.id(), term.kind(),
                term.inverse()
                        || term.kind() == Kind.CHANGE && FALL.matcher(row.endpoint().toLowerCase(Locale.ROOT)).find(),
                words.says("imaging", row.endpoint() + " " + row.definition()), set.equals("completers"),
                words.says("lesions", row.unit()), week.orElse(family.week()),
                role == Role.CONTRAST ? (int) StrictMath.round(treated(row, trial)) : n, control,
                ArmSizes.stated(row).isPresent());
    }

    private double treated(ClinicalRow row, TrialRecord trial) {
        return sizes.largest(trial, Role.ACTIVE,
                other -> is(other, Role.ACTIVE) && other.set().equals(row.set()) && other.week().equals(row.week()));
    }

    private double matching(ClinicalRow row, TrialRecord trial) {
        return sizes.largest(trial, Role.CONTROL,
                other -> is(other, Role.CONTROL) && other.set().equals(row.set()) && other.week().equals(row.week()));
    }

    private Baselines.Family family(IndicationTerm indication, EndpointTerm term, boolean kept) throws Unpredictable {
        String shareClass = switch (term.kind()) {
            case SHARE, DURATION -> term.endpointClass();
            case LEVEL, CHANGE -> {
                NumberTerm number = words.numbers().get(term.endpointClass());
                if (number == null) {
                    throw new Unpredictable("nothing is known of this number");
                }
                yield number.via();
            }
        };
        return baselines.find(indication.group(), shareClass, kept)
                .orElseThrow(() -> new Unpredictable("no baseline of this end point in this indication"));
    }

    private static double trials(ClinicalRow row) {
        Matcher found = POOLED.matcher(row.endpoint());
        return found.find() ? Double.parseDouble(found.group(1)) : 1;
    }

    private static OutcomePlan pooled(ClinicalRow row, OutcomePlan outcome) throws Unpredictable {
        Matcher found = POOLED.matcher(row.endpoint());
        if (!found.find() || found.group(2) == null) {
            throw new Unpredictable("a pooled result that does not say of how many trials and patients");
        }
        int half = Math.max(1, Integer.parseInt(found.group(2)) / 2);
        return new OutcomePlan(outcome.endpointClass(), outcome.family(), outcome.kind(), outcome.inverse(),
                outcome.imaging(), outcome.completers(), outcome.lesions(), outcome.week(), half, half, true);
    }

    private static double dose(ClinicalRow row, TrialRecord trial) {
        OptionalDouble own = DoseReader.cells(row.arm());
        OptionalDouble cells = own.isPresent() ? own : DoseReader.cells(trial.dose());
        return cells.isPresent() ? StrictMath.log(cells.getAsDouble() / REFERENCE_CELLS) : 0;
    }
}
