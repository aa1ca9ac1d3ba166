package propria.app.estimation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.app.report.svg.Svg;
import propria.app.text.Figures;
import propria.inference.posterior.EstimatedParameter;
import propria.inference.posterior.ParameterSpace;
import propria.inference.sample.Convergence;
import propria.inference.sample.Draws;
import propria.inference.sample.LeaveOnePieceOut;
import tools.jackson.databind.json.JsonMapper;

/// Writes draws: the draws themselves, a summary, diagnostics, pictures of prior against posterior, a page.
public final class SampleOutput {

    /// Above this chains do not agree (Vehtari and others 2021).
    public static final double HIGHEST_R_HAT = 1.01;
    /// Below this quantiles are not to be trusted.
    public static final double FEWEST_EFFECTIVE = 400;
    private static final int BINS = 40;
    private static final int COLUMNS = 3;
    private static final double WIDTH = 300;
    private static final double HEIGHT = 190;
    private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private final EstimationFolder folder;
    private final ParameterSpace space;
    private final Draws draws;
    private final List<Convergence> convergence = new ArrayList<>();

    public SampleOutput(EstimationFolder folder, ParameterSpace space, Draws draws) {
        this.folder = folder;
        this.space = space;
        this.draws = draws;
        for (int i = 0; i < space.size(); i++) {
            convergence.add(Convergence.of(draws.parameter(i)));
        }
    }

    /// The largest R-hat of all parameters.
    public double rHat() {
        return convergence.stream().mapToDouble(Convergence::rHat).max().orElse(Double.NaN);
    }

    /// The smallest effective sample size of all parameters.
    public double effective() {
        return convergence.stream().mapToDouble(c -> Math.min(c.bulkEss(), c.tailEss())).min().orElse(Double.NaN);
    }

    /// Whether the chains agree and are long enough.
    public boolean isConverged() {
        return rHat() <= HIGHEST_R_HAT && effective() >= FEWEST_EFFECTIVE;
    }

    /// Writes everything.
    ///
    /// @param looked leaving one measurement out
    public void write(String title, LeaveOnePieceOut looked) throws IOException {
        folder.say("answer", Figures.count((long) draws.chains() * draws.length(), "draw") + " of "
                + Figures.count(draws.chains(), "chain") + ". Largest R-hat " + Figures.significant(rHat(), 4)
                + ", smallest effective sample size " + Figures.of(effective()) + ", " + draws.divergences()
                + " broken steps. " + (isConverged()
                        ? "The chains agree."
                        : "The chains do not agree well enough to be used: draw more, or look at the profiles."));
        folder.say("", words(looked));
        draws();
        summary();
        diagnostics(looked);
        folder.picture("posterior.svg", "Prior against posterior", picture(),
                "Bars: the draws. Line: the prior, on the scale of the parameter.");
        folder.page("sample.html", title);
    }

    private static String words(LeaveOnePieceOut looked) {
        return "Each measurement predicted without itself: sum of log densities "
                + Figures.significant(looked.elpd(), 4) + " ± " + Figures.of(looked.error())
                + (looked.untrusted().isEmpty()
                        ? "."
                        : "; not to be trusted for " + looked.untrusted().size() + " of " + looked.pieces()
                                + " measurements, which need a fit without them.");
    }

    private static Map<String, Object> map(LeaveOnePieceOut looked) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("elpd", looked.elpd());
        map.put("standard_error", looked.error());
        map.put("k_hat_threshold", looked.threshold());
        map.put("untrusted", looked.untrusted());
        return map;
    }

    private void draws() throws IOException {
        StringBuilder csv = new StringBuilder("chain,draw,log_density");
        space.ids().forEach(id -> csv.append(',').append(id));
        csv.append('\n');
        for (int c = 0; c < draws.chains(); c++) {
            for (int i = 0; i < draws.length(); i++) {
                csv.append(c).append(',').append(i).append(',').append(draws.logDensities()[c][i]);
                space.values(draws.points()[c][i]).values().forEach(v -> csv.append(',').append(v));
                csv.append('\n');
            }
        }
        folder.write("draws.csv", csv.toString());
    }

    private void summary() throws IOException {
        StringBuilder csv = new StringBuilder("parameter,mean,sd,q05,q25,q50,q75,q95,r_hat,ess_bulk,ess_tail\n");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < space.size(); i++) {
            EstimatedParameter p = space.parameters().get(i);
            int index = i;
            double[] values = draws.all().stream().mapToDouble(x -> p.scale().value(x[index])).sorted().toArray();
            double mean = Arrays.stream(values).average().orElse(Double.NaN);
            double sd = StrictMath.sqrt(
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
            Convergence c = convergence.get(i);
            csv.append(p.id()).append(',').append(mean).append(',').append(sd);
            List<String> row = new ArrayList<>(List.of(p.id(), Figures.of(mean), Figures.of(sd)));
            for (double q : QUANTILES) {
                double value = values[(int) StrictMath.min(values.length - 1.0, q * values.length)];
                csv.append(',').append(value);
                row.add(Figures.of(value));
            }
            csv.append(',').append(c.rHat()).append(',').append(c.bulkEss()).append(',').append(c.tailEss())
                    .append('\n');
            row.addAll(List.of(Figures.significant(c.rHat(), 4), Figures.of(c.bulkEss()), Figures.of(c.tailEss())));
            rows.add(row);
        }
        folder.write("summary.csv", csv.toString());
        folder.table("Posterior", List.of("parameter", "mean", "sd", "5 %", "25 %", "50 %", "75 %", "95 %", "R-hat",
                "bulk ESS", "tail ESS"), rows);
    }

    private void diagnostics(LeaveOnePieceOut looked) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("chains", draws.chains());
        all.put("draws_per_chain", draws.length());
        all.put("divergences", draws.divergences());
        all.put("largest_r_hat", rHat());
        all.put("smallest_effective_sample_size", effective());
        all.put("converged", isConverged());
        Map<String, Object> each = new LinkedHashMap<>();
        for (int i = 0; i < space.size(); i++) {
            each.put(space.ids().get(i), Map.of("r_hat", convergence.get(i).rHat(), "ess_bulk",
                    convergence.get(i).bulkEss(), "ess_tail", convergence.get(i).tailEss()));
        }
        all.put("parameters", each);
        all.put("leave_one_out", map(looked));
        folder.write("diagnostics.json",
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
    }

    private String picture() {
        Svg svg = new Svg();
        for (int k = 0; k < space.size(); k++) {
            marginal(svg, k, 50 + k % COLUMNS * WIDTH, 30 + (double) (k / COLUMNS) * HEIGHT);
        }
        double rows = Math.ceil(space.size() / (double) COLUMNS);
        return EstimationFolder.standing(svg, COLUMNS * WIDTH + 20, rows * HEIGHT + 20,
                "prior and posterior of " + String.join(", ", space.ids()));
    }

    private void marginal(Svg svg, int index, double left, double top) {
        EstimatedParameter p = space.parameters().get(index);
        double[] x = draws.all().stream().mapToDouble(d -> d[index]).sorted().toArray();
        double low = x[0];
        double width = Math.max(1e-12, (x[x.length - 1] - low) / BINS);
        double[] density = new double[BINS];
        for (double value : x) {
            density[(int) Math.min(BINS - 1, (value - low) / width)] += 1 / (x.length * width);
        }
        double[] at = new double[BINS + 1];
        double[] prior = new double[BINS + 1];
        for (int b = 0; b <= BINS; b++) {
            at[b] = low + b * width;
            double inside = Math.min(p.scaledUpper(), Math.max(p.scaledLower(), at[b]));
            prior[b] = StrictMath.exp(p.logPrior(inside) + p.logVolume(inside));
        }
        double highest = Arrays.stream(density).max().orElse(1);
        Panel panel = Panel.of(at, new double[]{0, highest}, left, top, WIDTH - 80, HEIGHT - 60);
        panel.draw(svg, 4);
        svg.text(left, top - 8, "start", "title", p.id() + (p.scale() == propria.inference.posterior.Scale.LINEAR
                ? ""
                : " (" + p.scale().name().toLowerCase(java.util.Locale.ROOT) + ")"));
        for (int b = 0; b < BINS; b++) {
            double y = panel.y().at(density[b]);
            svg.box(panel.x().at(at[b]), y, panel.x().at(at[b] + width) - panel.x().at(at[b]),
                    panel.y().at(0) - y, "bar");
        }
        svg.path(panel.x().within(at), panel.y().within(prior), "prior");
    }
}
