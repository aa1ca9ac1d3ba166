package propria.app.studio.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import propria.app.studio.answer.ModelCache;
import propria.app.studio.answer.PublishedDesigns.PublishedDose;
import propria.study.Arm;
import propria.study.Endpoint;
import propria.study.Regimen;
import propria.study.Study;
import propria.study.quantity.Quantity;
import propria.study.run.work.Parallel;
import propria.study.summary.Effect.Middle;

/// The effect of an endpoint over the dose, and over the dose and the day on which it is first given, in typical subjects.
///
/// @param doses in the unit of the arm's own dose, ascending, the first is 0
/// @param own the dose of the arm
/// @param curve the effect at each dose
/// @param draws on how many draws of the parameters the band rests; 0 where there is none
/// @param band the middle and interval of the effect over draws, at each dose; empty where there is none
/// @param days of the first dose, ascending
/// @param surface by day, then dose
/// @param tested doses of published studies that are counted in the same unit
public record DoseResponse(String arm, String product, String endpoint, String observable, String unit, String doseUnit,
        List<Double> doses, double own, List<Double> curve, List<Double> days, double ownDay,
        List<List<Double>> surface, List<Tested> tested, int draws, List<Middle> band) {

    /// Doses on either side of the arm's own.
    private static final int SIDE = 6;
    private static final int DAYS = 7;
    private static final double WIDEST = 30;

    public DoseResponse {
        doses = List.copyOf(doses);
        curve = List.copyOf(curve);
        days = List.copyOf(days);
        surface = List.copyOf(surface);
        tested = List.copyOf(tested);
        band = List.copyOf(band);
    }

    /// A dose that a published study gave.
    public record Tested(String study, double dose, String product) {
    }

    /// Varies the first product of the treated arm of an endpoint.
    ///
    /// @param published doses of studies, in their own units
    /// @param draws of the parameters for the band; 0 for none
    public static DoseResponse of(Study study, ModelCache.Held held, Endpoint endpoint,
            List<PublishedDose> published, int draws, int threads) {
        Arm arm = TypicalEffect.arm(study, endpoint.comparison().orElseThrow().treated());
        Regimen regimen = arm.regimens().getFirst();
        double own = regimen.amount().value();
        List<Double> doses = new ArrayList<>(List.of(0.0));
        IntStream.rangeClosed(-SIDE, SIDE)
                .forEach(i -> doses.add(own * StrictMath.pow(WIDEST, i / (double) SIDE)));
        double first = regimen.at().getFirst();
        List<Double> days = days(study, endpoint, regimen);
        Row row = new Row(study, held, endpoint, arm, doses);
        List<Double> shifts = new ArrayList<>(List.of(0.0));
        days.forEach(day -> shifts.add(day - first));
        List<List<Double>> rows = Parallel.map(shifts, threads, () -> row, Row::typical);
        return new DoseResponse(arm.name(), regimen.product().name(), endpoint.id(), endpoint.observable().name(),
                endpoint.observable().unit(), regimen.amount().unit(), doses, own, rows.getFirst(), days, first,
                rows.subList(1, rows.size()), tested(regimen, published), draws, row.band(draws, threads));
    }

    /// The effect of each dose, given on days moved by a shift.
    private record Row(Study study, ModelCache.Held held, Endpoint endpoint, Arm arm, List<Double> doses) {

        List<Double> typical(double shift) {
            return effects(arms(shift).values(values -> values));
        }

        /// Over draws, each on its own typical subject under every dose and the comparator.
        List<Middle> band(int draws, int threads) {
            if (draws == 0) {
                return List.of();
            }
            TypicalEffect arms = arms(0);
            List<List<Double>> each = Parallel.map(IntStream.range(0, draws).boxed().toList(), threads, () -> arms,
                    (a, draw) -> effects(a.values(draw, values -> values)));
            return IntStream.range(0, doses.size())
                    .mapToObj(i -> Middle.of(each.stream().mapToDouble(e -> e.get(i)).toArray())).toList();
        }

        /// An arm each dose, then the comparator.
        private TypicalEffect arms(double shift) {
            List<Arm> arms = new ArrayList<>(doses.stream().map(dose -> with(arm, dose, shift)).toList());
            arms.add(TypicalEffect.arm(study, endpoint.comparison().orElseThrow().control()));
            return new TypicalEffect(study, held, endpoint, arms);
        }

        private List<Double> effects(double[] values) {
            double control = values[values.length - 1];
            return IntStream.range(0, doses.size()).mapToObj(i -> values[i] - control).toList();
        }
    }

    private static List<Tested> tested(Regimen regimen, List<PublishedDose> published) {
        List<Tested> tested = new ArrayList<>();
        for (PublishedDose dose : published) {
            if (dose.kind() == regimen.product().kind() && dose.unit().equals(regimen.amount().unit())) {
                Tested one = new Tested(dose.study(), dose.amount(), dose.product());
                if (!tested.contains(one)) {
                    tested.add(one);
                }
            }
        }
        return tested;
    }

    /// Days on which the first dose may be given: from the start of the study to a day before the endpoint.
    private static List<Double> days(Study study, Endpoint endpoint, Regimen regimen) {
        double length = regimen.at().getLast() - regimen.at().getFirst();
        double last = StrictMath.max(study.start(), endpoint.at() - 1 - length);
        return IntStream.range(0, DAYS).mapToObj(i -> study.start() + i * (last - study.start()) / (DAYS - 1))
                .distinct().toList();
    }

    private static Arm with(Arm arm, double dose, double shift) {
        List<Regimen> regimens = new ArrayList<>(arm.regimens());
        Regimen r = regimens.removeFirst();
        if (dose > 0) {
            regimens.addFirst(new Regimen(r.product(), new Quantity(dose, r.amount().unit(), r.amount().place()),
                    r.route(), r.at().stream().map(day -> day + shift).toList(), r.over(), r.place()));
        }
        return new Arm(arm.id() + "-" + dose, arm.name(), arm.role(), arm.population(), arm.insultFree(), regimens,
                arm.place());
    }
}
