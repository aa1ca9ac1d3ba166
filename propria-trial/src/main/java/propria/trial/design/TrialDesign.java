package propria.trial.design;

import java.util.List;
import java.util.Optional;

/// A trial as its protocol describes it.
///
/// @param population id of a target population of the library
/// @param allocation how many of each arm in a round of allocation; the first arm is the comparator
/// @param patients how many are randomised
/// @param sizes further numbers of patients for which it is read; none above `patients`
/// @param trials how many are simulated
/// @param bank how many patients are simulated for it
/// @param screening what a patient must have to enter
/// @param randomisation how arms are given
/// @param visits after baseline, ascending
/// @param dropout who leaves
/// @param rescue who is given something else
/// @param endpoints what can be read
/// @param estimands what is estimated, the first is primary
/// @param looks at the primary estimand before its end
/// @param multiplicity how several hypotheses share alpha
/// @param alpha two-sided
/// @param domain outside of which a result is extrapolation
/// @param curves for what curves are read
/// @param components what patients share
public record TrialDesign(String population, List<Share> allocation, int patients, List<Integer> sizes, int trials,
        BankPlan bank, Screening screening, Randomisation randomisation, List<PlannedVisit> visits, Dropout dropout,
        Optional<RescueRule> rescue, List<TrialEndpoint> endpoints, List<Estimand> estimands, Optional<LookPlan> looks,
        MultiplicityPlan multiplicity, double alpha, Domain domain, CurvePlan curves, VarianceComponents components) {

    public TrialDesign {
        allocation = List.copyOf(allocation);
        sizes = List.copyOf(sizes);
        visits = List.copyOf(visits);
        endpoints = List.copyOf(endpoints);
        estimands = List.copyOf(estimands);
    }

    /// An arm and how many of it there are in a round.
    public record Share(String arm, int ratio) {
    }

    /// How many courses are simulated.
    ///
    /// @param draws beliefs about the model (uncertainty)
    /// @param patientsPerDraw people of each (variability)
    /// @param typicalPatients people with every parameter at its value, in which power is read
    /// @param cohort the word of the method that chooses them ([propria.trial.patient.cohort.CohortMethod#WORDS]); empty for people
    ///        as the population has them
    public record BankPlan(int draws, int patientsPerDraw, int typicalPatients, Optional<String> cohort) {

        /// People as the population has them.
        public BankPlan(int draws, int patientsPerDraw, int typicalPatients) {
            this(draws, patientsPerDraw, typicalPatients, Optional.empty());
        }

        /// How many people are simulated, in every arm.
        public long people() {
            return typicalPatients + (long) draws * patientsPerDraw;
        }

        /// Names the courses in manifests and checkpoints: without a cohort the words of runs that knew none.
        @Override
        public String toString() {
            return "BankPlan[draws=" + draws + ", patientsPerDraw=" + patientsPerDraw + ", typicalPatients="
                    + typicalPatients + cohort.map(word -> ", cohort=" + word).orElse("") + "]";
        }
    }

    /// Where the evidence lies.
    ///
    /// @param weeks the last at which patients were seen
    /// @param cells the largest dose that was given; infinite when the design does not say
    /// @param doses how often it was given to one patient at most; infinite when the design does not say
    /// @param products that were given; empty when the design does not say
    public record Domain(double weeks, double cells, double doses, List<String> products) {

        public Domain {
            products = List.copyOf(products);
        }
    }

    /// The same with other courses.
    public TrialDesign withBank(BankPlan other) {
        return new TrialDesign(population, allocation, patients, sizes, trials, other, screening, randomisation, visits,
                dropout, rescue, endpoints, estimands, looks, multiplicity, alpha, domain, curves, components);
    }

    /// How many there are besides the comparator.
    public int activeArms() {
        return allocation.size() - 1;
    }

    /// How many courses a person has: of each arm, of each further dose of each active arm, and of the comparator with rescue.
    public int courses() {
        return allocation.size() + curves.doses().size() * activeArms()
                + (rescue.flatMap(RescueRule::treatment).isPresent() ? 1 : 0);
    }

    /// The place of a visit, from 0.
    public int visitAt(double day) {
        for (int i = 0; i < visits.size(); i++) {
            if (visits.get(i).day() == day) {
                return i;
            }
        }
        throw new IllegalArgumentException("no visit on day " + day);
    }

    /// The same, analysed when everybody has reached a visit: endpoints are due there, nothing is looked at before, and each
    /// hypothesis stands by itself.
    ///
    /// @param visit from 0
    public TrialDesign until(int visit) {
        double day = visits.get(visit).day();
        List<TrialEndpoint> moved = endpoints.stream().map(e -> (TrialEndpoint) switch (e) {
            case TrialEndpoint.Binary b -> new TrialEndpoint.Binary(b.id(), b.rule(), List.of(day), b.reader());
            case TrialEndpoint.Change c -> new TrialEndpoint.Change(c.id(), c.score(), day);
            case TrialEndpoint.Time t -> t;
        }).toList();
        return new TrialDesign(population, allocation, patients, sizes, trials, bank, screening, randomisation,
                visits.subList(0, visit + 1), dropout, rescue, moved, estimands, Optional.empty(),
                new MultiplicityPlan(MultiplicityPlan.Procedure.NONE, List.of(), List.of()), alpha, domain, curves,
                components);
    }

    /// The same, read at other numbers of patients.
    public TrialDesign withSizes(List<Integer> other) {
        return new TrialDesign(population, allocation, patients, other, trials, bank, screening, randomisation, visits,
                dropout, rescue, endpoints, estimands, looks, multiplicity, alpha, domain, curves, components);
    }

    /// The same with some of its estimands, each by itself.
    public TrialDesign withEstimands(List<Estimand> some) {
        return new TrialDesign(population, allocation, patients, sizes, trials, bank, screening, randomisation, visits,
                dropout, rescue, endpoints, some, looks,
                new MultiplicityPlan(MultiplicityPlan.Procedure.NONE, List.of(), List.of()), alpha, domain, curves,
                components);
    }

    /// The share of all patients that an arm has.
    public double shareOf(int arm) {
        return (double) allocation.get(arm).ratio() / allocation.stream().mapToInt(Share::ratio).sum();
    }

    /// The endpoint of an estimand.
    public TrialEndpoint endpoint(Estimand estimand) {
        return endpoints.stream().filter(e -> e.id().equals(estimand.endpoint())).findFirst().orElseThrow();
    }
}
