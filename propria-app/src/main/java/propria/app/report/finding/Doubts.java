package propria.app.report.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import propria.app.report.data.Manifest;
import propria.app.report.data.Rows.Endpoint;
import propria.app.report.data.Rows.Influence;
import propria.app.report.data.Rows.Measurement;
import propria.app.report.data.Rows.ParameterRow;
import propria.app.report.data.Rows.SourceRow;
import propria.app.report.data.Run;
import propria.app.text.Figures;

/// The reasons to distrust a run, gravest first. Each is found in the numbers of the run; the weights only order them.
public final class Doubts {

    private Doubts() {
    }

    /// One reason.
    ///
    /// @param weight how grave, from 0 to 1
    public record Doubt(double weight, String sentence) {
    }

    /// All reasons that hold for a run, gravest first.
    public static List<Doubt> of(Run run) {
        List<Doubt> doubts = new ArrayList<>();
        failures(run, doubts);
        flagged(run, doubts);
        outside(run, doubts);
        assumed(run, doubts);
        calibration(run, doubts);
        spread(run, doubts);
        unchecked(run, doubts);
        for (Manifest.Warning warning : run.manifest().warnings()) {
            doubts.add(new Doubt(0.3, Answer.capital(warning.text()) + " (" + warning.code() + ")"));
        }
        doubts.sort(Comparator.comparingDouble(Doubt::weight).reversed());
        return doubts;
    }

    private static void failures(Run run, List<Doubt> into) {
        Manifest.Subjects subjects = run.manifest().subjects();
        if (subjects.failed() > 0) {
            double share = (double) subjects.failed() / Math.max(1, subjects.simulated() + subjects.failed());
            into.add(new Doubt(share > 0.02 ? 0.95 : 0.6, Figures.count(subjects.failed(), "virtual subject")
                    + " could not be simulated (" + Figures.percent(share)
                    + "); the answer is that of the others."));
        }
        Manifest.Draws draws = run.manifest().draws();
        double redrawn = (double) draws.redrawn() / Math.max(1, draws.used() + draws.redrawn());
        if (redrawn > 0.05) {
            into.add(new Doubt(0.5, "The population could not be formed from " + Figures.count(draws.redrawn(), "draw")
                    + " of the parameters (" + Figures.percent(redrawn) + "), which were drawn again."));
        }
    }

    private static void flagged(Run run, List<Doubt> into) {
        List<SourceRow> used = run.sources().stream().filter(s -> s.isFlagged() && s.usedBy() > 0).toList();
        if (!used.isEmpty()) {
            boolean retracted = used.stream().anyMatch(s -> s.status().equals("retracted"));
            String names = used.stream().limit(3)
                    .map(s -> s.key() + " (" + s.status().replace('_', ' ') + ")").collect(Collectors.joining(", "));
            into.add(new Doubt(retracted ? 0.97 : 0.8,
                    Figures.count(used.stream().mapToLong(SourceRow::usedBy).sum(), "value")
                            + (used.size() == 1 ? " rests on a flagged source: " : " rest on flagged sources: ") + names
                            + (used.size() > 3 ? " and " + (used.size() - 3) + " more" : "") + "."));
        }
    }

    private static void outside(Run run, List<Doubt> into) {
        List<Measurement> compared = run.measurements().stream().filter(Measurement::isCompared).toList();
        if (compared.isEmpty()) {
            into.add(new Doubt(0.75, "No published value was compared with this run: nothing shows that it predicts."));
            return;
        }
        long out = compared.stream().filter(m -> m.inside().equals("no")).count();
        if (out > 0) {
            double share = (double) out / compared.size();
            into.add(new Doubt(0.55 + 0.4 * share, Figures.grouped(out) + " of "
                    + Figures.count(compared.size(), "published value") + " lie outside the 90 % band of the model ("
                    + Figures.percent(share) + "; 10 % is what a perfect model shows)."));
        }
    }

    private static void assumed(Run run, List<Doubt> into) {
        Manifest.Evidence evidence = run.manifest().evidence();
        if (evidence.total() == 0 || evidence.assumed() == 0) {
            return;
        }
        double share = (double) evidence.assumed() / evidence.total();
        Map<String, String> marks = run.parameters().stream()
                .collect(Collectors.toMap(ParameterRow::id, ParameterRow::mark, (a, _) -> a));
        List<Influence> top = Influences.of(run, Influences.mainEndpoint(run)).stream().limit(15).toList();
        long weak = top.stream().filter(i -> marks.getOrDefault(i.parameter(), "").equals("assumed")).count();
        String influence = top.isEmpty()
                ? ""
                : "; of the " + top.size() + " that move the answer most, " + weak
                        + (weak == 1 ? " is" : " are");
        into.add(new Doubt(0.4 + 0.5 * share, Figures.grouped(evidence.assumed()) + " of "
                + Figures.count(evidence.total(), "parameter") + " (" + Figures.percent(share)
                + ") are assumed, without a source" + influence + "."));
    }

    private static void calibration(Run run, List<Doubt> into) {
        if (!run.manifest().calibrated()) {
            into.add(new Doubt(0.65, "The parameters come from literature and judgement as they are; they were not"
                    + " calibrated as a set against experiments."));
        } else if (run.manifest().fittedToThisStudy()) {
            into.add(new Doubt(0.7, "The experiment that this study mirrors is among those that the parameters were"
                    + " calibrated on: agreement with it is a fit, not a test."));
        }
    }

    private static void spread(Run run, List<Doubt> into) {
        if (run.manifest().draws().used() <= 1) {
            into.add(new Doubt(0.9, "The parameters were not varied: the interval shows differences between animals"
                    + " only, not what is unknown about the biology."));
        } else if (run.manifest().draws().used() < 50) {
            into.add(new Doubt(run.manifest().draws().used() < 20 ? 0.93 : 0.5, "Only " + run.manifest().draws().used()
                    + " draws of the parameters: the ends of the interval are themselves uncertain."));
        }
        for (Endpoint row : run.comparisons()) {
            PublishedEffect.of(run, row).filter(p -> p.effect() * row.effect().orElse(0) < 0 && row.decided())
                    .ifPresent(_ -> into.add(new Doubt(0.96, "The published effect on "
                            + Answer.decapital(Names.endpoint(run, row.id())) + " has the opposite sign.")));
        }
    }

    private static void unchecked(Run run, List<Doubt> into) {
        long unchecked = run.sources().stream().filter(s -> s.status().equals("not_checked")).count();
        if (unchecked > 0) {
            into.add(new Doubt(0.35, Figures.count(unchecked, "source") + (unchecked == 1 ? " was" : " were")
                    + " not checked for a retraction or concern."));
        }
    }
}
