package propria.app.estimation;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import propria.app.report.svg.Svg;
import propria.app.text.Figures;
import propria.formats.petab.PetabWriter;
import propria.inference.optimise.MultiStart.Climb;
import propria.inference.petab.PetabPosterior;
import propria.inference.posterior.EstimatedParameter;
import propria.inference.posterior.Evaluation;
import propria.inference.posterior.Evaluation.Order;

/// Writes what many climbs came to: estimates, waterfall, page, and the problem at its best.
public final class FitOutput {

    /// Climbs that end this near the best have found it.
    public static final double SAME_TOP = 0.01;

    private final EstimationFolder folder;
    private final PetabPosterior posterior;
    private final List<Climb> climbs;
    private final double[] best;

    /// @param climbs the best first
    public FitOutput(EstimationFolder folder, PetabPosterior posterior, List<Climb> climbs) {
        this.folder = folder;
        this.posterior = posterior;
        this.climbs = climbs;
        this.best = climbs.getFirst().optimum().point();
    }

    /// How many climbs found the best.
    public long agreeing() {
        double top = climbs.getFirst().optimum().value();
        return climbs.stream().filter(c -> top - c.optimum().value() < SAME_TOP).count();
    }

    /// Writes everything.
    public void write(String title) throws IOException {
        double logLikelihood = posterior.logLikelihood(best);
        folder.say("answer", "Log-likelihood " + Figures.significant(logLikelihood, 6) + ", log-posterior "
                + Figures.significant(climbs.getFirst().optimum().value(), 6) + ", chi-squared "
                + Figures.of(posterior.chiSquared(best)) + " of " + Figures.count(
                        posterior.problem().measurements().size(), "measurement")
                + ". " + agreeing() + " of " + Figures.count(climbs.size(), "start") + " end within " + SAME_TOP
                + " of it.");
        if (agreeing() < 2) {
            folder.say("", "Only one start found the best point: there may be a better one. Take more starts.");
        }
        estimates();
        waterfall();
        petab();
        folder.page("fit.html", title);
    }

    private void estimates() throws IOException {
        Evaluation here = posterior.posterior(best, Order.INFORMATION);
        double[] errors = here.standardErrors();
        StringBuilder csv = new StringBuilder(
                "parameter,scale,estimate,estimate_on_scale,standard_error_on_scale,lower_bound,upper_bound,at_bound\n");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < best.length; i++) {
            EstimatedParameter p = posterior.space().parameters().get(i);
            double value = p.scale().value(best[i]);
            boolean atBound = best[i] <= p.scaledLower() || best[i] >= p.scaledUpper();
            csv.append(String.join(",", p.id(), p.scale().name().toLowerCase(Locale.ROOT), Double.toString(value),
                    Double.toString(best[i]), Double.toString(errors[i]), Double.toString(p.lower()),
                    Double.toString(p.upper()), String.valueOf(atBound))).append('\n');
            rows.add(List.of(p.id(), Figures.significant(value, 4), p.scale().name().toLowerCase(Locale.ROOT),
                    Figures.of(errors[i]), Figures.of(p.lower()), Figures.of(p.upper()), atBound ? "yes" : ""));
        }
        folder.write("estimates.csv", csv.toString());
        folder.table("Estimates", List.of("parameter", "estimate", "scale", "standard error on the scale", "lower",
                "upper", "at a bound"), rows);
    }

    private void waterfall() throws IOException {
        StringBuilder csv = new StringBuilder("rank,start,log_posterior,evaluations,stop\n");
        double top = climbs.getFirst().optimum().value();
        double[] ranks = new double[climbs.size()];
        double[] falls = new double[climbs.size()];
        for (int k = 0; k < climbs.size(); k++) {
            Climb climb = climbs.get(k);
            csv.append(String.join(",", String.valueOf(k + 1), String.valueOf(climb.start()),
                    Double.toString(climb.optimum().value()), String.valueOf(climb.optimum().evaluations()),
                    climb.optimum().stop().name().toLowerCase(Locale.ROOT))).append('\n');
            ranks[k] = k + 1.0;
            falls[k] = StrictMath.log10(1 + top - climb.optimum().value());
        }
        folder.write("waterfall.csv", csv.toString());
        Svg svg = new Svg();
        Panel panel = Panel.of(ranks, falls, 60, 24, 560, 220);
        panel.draw(svg, 6);
        svg.text(60, 14, "start", "title", "log10(1 + fall below the best), by rank");
        for (int k = 0; k < ranks.length; k++) {
            if (Double.isFinite(falls[k])) {
                svg.marker(propria.app.report.svg.Marker.values()[0], panel.x().at(ranks[k]), panel.y().at(falls[k]),
                        3.5, climbs.get(k).optimum().isConverged() ? "dot" : "pale");
            }
        }
        folder.picture("waterfall.svg", "Waterfall", EstimationFolder.standing(svg, 640, 280,
                "fall below the best log-posterior of each start"),
                "Each point is a start, the best first; grey ones had not come to an end. A step is a top of its own.");
    }

    /// The problem again, its nominal values the estimates.
    private void petab() throws IOException {
        PetabWriter.write(posterior.at(best), Files.createDirectories(folder.path().resolve("petab")), "problem");
    }
}
