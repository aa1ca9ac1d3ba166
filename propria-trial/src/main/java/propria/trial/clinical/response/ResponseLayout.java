package propria.trial.clinical.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.inference.posterior.EstimatedParameter;
import propria.inference.posterior.ParameterSpace;
import propria.inference.posterior.PriorDistribution;
import propria.inference.posterior.Scale;
import propria.trial.clinical.design.Baselines;
import propria.trial.clinical.design.Baselines.Family;

/// Where each number stands in a point of the posterior: baselines, what all trials share, effects of products in
/// indications, and two deviations a trial.
public final class ResponseLayout {

    /// What all trials share.
    static final List<String> SHARED = List.of("tau_trial", "tau_pool", "tau_effect", "overdispersion", "preparation",
            "surgery",
            "imaging", "offset.cryptoglandular", "offset.hard_to_close", "time.fistula", "time.induction",
            "time.kept", "completers", "lesions", "mean.grown", "mean.drug", "mechanism", "course", "sd.class", "open",
            "single",
            "small",
            "dose", "autologous");
    /// What is grown, as opposed to made.
    private static final List<String> GROWN = List.of("cells", "vesicles");
    private static final List<String> DRUGS = List.of("infliximab", "vedolizumab", "other_drug");
    private static final List<String> GROUPS = List.of("fistula", "luminal", "uc", "stricture");

    private final Baselines baselines;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<EstimatedParameter> parameters = new ArrayList<>();
    private final MechanismTable mechanism;
    private final int global;
    private final int[] spreads;

    /// @param clusters the trials that have deviations of their own
    public ResponseLayout(Baselines baselines, ResponsePrior prior, List<String> clusters) {
        this.baselines = baselines;
        this.mechanism = prior.mechanism();
        for (Family family : baselines.families()) {
            double logit = StrictMath.log(family.guess() / (1 - family.guess()));
            add(EstimatedParameter.of("baseline." + family.id(), Scale.LINEAR, Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY, logit, PriorDistribution.normal(logit, family.width())));
        }
        SHARED.forEach(id -> add(prior.entry(id).parameter()));
        for (String agent : agents()) {
            GROUPS.forEach(group -> deviation("effect." + agent + "." + group));
        }
        global = parameters.size();
        spreads = new int[]{place("tau_trial"), place("sd.class"), place("tau_effect")};
        for (String cluster : clusters) {
            deviation("trial." + cluster);
            deviation("trial_effect." + cluster);
        }
    }

    private void deviation(String id) {
        add(EstimatedParameter.of(id, Scale.LINEAR, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0,
                PriorDistribution.normal(0, 1)));
    }

    private void add(EstimatedParameter parameter) {
        places.put(parameter.id(), parameters.size());
        parameters.add(parameter);
    }

    private static List<String> agents() {
        List<String> agents = new ArrayList<>(GROWN);
        agents.addAll(DRUGS);
        return agents;
    }

    /// The parameters and their priors.
    ParameterSpace space() {
        return new ParameterSpace(parameters);
    }

    /// The numbers that do not belong to a single trial, at which each has a share of its prior below it.
    ///
    /// @param shares a probability each
    public double[] priorQuantiles(double[] shares) {
        return new ParameterSpace(parameters.subList(0, global)).priorQuantiles(shares);
    }

    /// How many numbers do not belong to a single trial; they come first.
    public int global() {
        return global;
    }

    /// Their names.
    public List<String> globalIds() {
        return parameters.subList(0, global).stream().map(EstimatedParameter::id).toList();
    }

    /// The place of a parameter.
    ///
    /// @throws IllegalArgumentException when there is none
    public int place(String id) {
        Integer place = places.get(id);
        if (place == null) {
            throw new IllegalArgumentException("there is no parameter " + id);
        }
        return place;
    }

    /// The places of the standard deviations between trials, between products and indications, of effects.
    int[] spreads() {
        return spreads;
    }

    /// The place of a parameter; -1 when there is none.
    int find(String id) {
        return places.getOrDefault(id, -1);
    }

    /// What mechanistic patients answer.
    MechanismTable mechanism() {
        return mechanism;
    }

    static boolean isGrown(String agent) {
        return GROWN.contains(agent);
    }

    Baselines baselines() {
        return baselines;
    }
}
