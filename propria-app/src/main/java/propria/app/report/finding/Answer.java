package propria.app.report.finding;

import java.util.Comparator;
import java.util.List;
import propria.app.report.data.Manifest;
import propria.app.report.data.Rows.Band;
import propria.app.report.data.Rows.Endpoint;
import propria.app.report.data.Run;
import propria.app.text.Figures;

/// The answer to the study's question.
///
/// @param sentence the answer, with its interval
/// @param contains what the interval contains, and what it does not
/// @param further the answers of the other endpoints
public record Answer(String sentence, String contains, List<String> further) {

    public Answer {
        further = List.copyOf(further);
    }

    /// The answer of a run: its first comparison, else its first endpoint, else where its first observable ends.
    public static Answer of(Run run) {
        List<Endpoint> comparisons = run.comparisons();
        if (!comparisons.isEmpty()) {
            Endpoint main = comparisons.getFirst();
            return new Answer("In this model, " + effect(run, main) + "." + side(run, main), contains(main),
                    comparisons.stream().skip(1).map(row -> capital(effect(run, row)) + ".").toList());
        }
        if (!run.endpoints().isEmpty()) {
            return new Answer("In this model, " + estimate(run, run.endpoints().getFirst()) + ".",
                    contains(run.endpoints().getFirst()),
                    run.endpoints().stream().skip(1).map(row -> capital(estimate(run, row)) + ".").toList());
        }
        return new Answer(run.manifest().observables().stream().findFirst()
                .map(observable -> "This study sets no endpoint. " + course(run, observable))
                .orElse("This study sets no endpoint and observes nothing."), "", List.of());
    }

    /// The difference between two arms as a clause without a full stop.
    public static String effect(Run run, Endpoint row) {
        double effect = row.effect().orElse(Double.NaN);
        String arm = Names.arm(run, row.arm());
        String against = Names.arm(run, row.comparator());
        String what = decapital(Names.endpoint(run, row.id()));
        String unit = Names.unit(Names.unitOf(run, row.id()));
        double half = (row.effectUpper() - row.effectLower()) / 2;
        String level = Figures.percent(row.level());
        if (!row.decided()) {
            return what + " cannot be told apart between " + arm + " and " + against + ": difference "
                    + Figures.within(effect, half) + unit + ", " + level + " interval "
                    + Figures.range(row.effectLower(), row.effectUpper());
        }
        boolean lower = effect < 0;
        double near = lower ? -row.effectUpper() : row.effectLower();
        double far = lower ? -row.effectLower() : row.effectUpper();
        return what + " is " + Figures.within(Math.abs(effect), half) + unit + (lower ? " lower" : " higher") + " with "
                + arm + " than with " + against + ", " + level + " interval " + Figures.range(near, far);
    }

    /// Whether the effect is to the good, as a sentence that follows the answer.
    private static String side(Run run, Endpoint row) {
        String better = run.observableOf(row.id()).map(Manifest.Observable::better).orElse("none");
        return switch (better) {
            case "lower" -> " Lower is better.";
            case "higher" -> " Higher is better.";
            default -> "";
        };
    }

    private static String estimate(Run run, Endpoint row) {
        double half = (row.upper() - row.lower()) / 2;
        return decapital(Names.endpoint(run, row.id())) + " is " + Figures.within(row.estimate(), half)
                + Names.unit(Names.unitOf(run, row.id())) + " in " + Names.arm(run, row.arm()) + ", "
                + Figures.percent(row.level()) + " interval " + Figures.range(row.lower(), row.upper());
    }

    /// Where an observable ends, arm by arm, lowest and highest.
    public static String course(Run run, Manifest.Observable observable) {
        double last = run.animals().stream().filter(b -> b.observable().equals(observable.id()))
                .mapToDouble(Band::day).max().orElse(0);
        List<Band> ends = run.animals().stream()
                .filter(b -> b.observable().equals(observable.id()) && b.day() == last)
                .sorted(Comparator.comparingDouble(Band::q50)).toList();
        if (ends.isEmpty()) {
            return observable.name() + " was not recorded.";
        }
        String unit = Names.unit(observable.unit());
        Band low = ends.getFirst();
        Band high = ends.getLast();
        String start = observable.name() + " on day " + Figures.of(last) + " is ";
        if (ends.size() == 1) {
            return start + Figures.of(low.q50()) + unit + " (median) in " + Names.arm(run, low.arm()) + ".";
        }
        return start + "between " + Figures.of(low.q50()) + " (" + Names.arm(run, low.arm()) + ") and "
                + Figures.of(high.q50()) + unit + " (" + Names.arm(run, high.arm()) + "), medians.";
    }

    private static String contains(Endpoint row) {
        String stated = row.contains().isBlank() ? "what the run varied" : row.contains();
        return "The interval contains " + stated.replaceFirst("\\.$", "")
                + ". It does not contain errors in the structure of the model.";
    }

    /// The text with a capital first letter.
    public static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /// The text with a small first letter, unless it begins with an abbreviation or a single capital.
    public static String decapital(String text) {
        boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }
}
