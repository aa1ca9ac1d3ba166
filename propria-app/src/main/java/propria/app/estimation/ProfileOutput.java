package propria.app.estimation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import propria.app.report.svg.Svg;
import propria.app.text.Figures;
import propria.inference.profile.MeasurementAdvice;
import propria.inference.profile.Profile;
import propria.inference.profile.Verdict;

/// Writes profiles: points, intervals with verdicts and advice, pictures, a page.
public final class ProfileOutput {

    private static final int COLUMNS = 3;
    private static final double WIDTH = 300;
    private static final double HEIGHT = 210;

    /// A profile and what would help, the most telling measurement first.
    public record Finding(Profile profile, List<MeasurementAdvice> advice) {
    }

    private final EstimationFolder folder;
    private final List<Finding> findings;

    public ProfileOutput(EstimationFolder folder, List<Finding> findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /// Writes everything.
    public void write(String title, double level) throws IOException {
        long known = findings.stream().filter(f -> f.profile().verdict() == Verdict.IDENTIFIABLE).count();
        folder.say("answer", known + " of " + Figures.count(findings.size(), "quantity")
                + " are bounded on both sides at " + Figures.percent(level) + ".");
        if (findings.stream().anyMatch(f -> f.profile().improves())) {
            folder.say("", "A profile rose above the point that it began from: the fit had not found the best point. "
                    + "Fit again with more starts.");
        }
        points();
        intervals();
        folder.picture("profiles.svg", "Profiles", picture(),
                "The highest log-posterior for each value, as its fall below the best; the dashed line is where the "
                        + "interval ends.");
        folder.page("profile.html", title);
    }

    private void points() throws IOException {
        StringBuilder csv = new StringBuilder("quantity,value,log_posterior\n");
        findings.forEach(f -> f.profile().points().forEach(p -> csv.append(f.profile().id()).append(',')
                .append(p.value()).append(',').append(p.logPosterior()).append('\n')));
        folder.write("profiles.csv", csv.toString());
    }

    private void intervals() throws IOException {
        StringBuilder csv = new StringBuilder("quantity,lower,upper,verdict,helpful_measurement,helpful_spread\n");
        List<List<String>> rows = new ArrayList<>();
        for (Finding finding : findings) {
            Profile p = finding.profile();
            boolean needsHelp = p.verdict() != Verdict.IDENTIFIABLE && !finding.advice().isEmpty();
            String what = needsHelp ? finding.advice().getFirst().what() : "";
            String spread = needsHelp ? Double.toString(finding.advice().getFirst().spread()) : "";
            csv.append(String.join(",", p.id(), Double.toString(p.lower()), Double.toString(p.upper()),
                    '"' + p.verdict().words() + '"', '"' + what + '"', spread)).append('\n');
            rows.add(List.of(p.id(), Figures.significant(p.lower(), 4), Figures.significant(p.upper(), 4),
                    p.verdict().words(), needsHelp
                            ? what + " (moves by " + Figures.of(finding.advice().getFirst().spread())
                                    + " standard deviations)"
                            : ""));
        }
        folder.write("intervals.csv", csv.toString());
        folder.table("Intervals", List.of("quantity (on its scale)", "lower", "upper", "verdict",
                "what measurement would help"), rows);
    }

    private String picture() {
        Svg svg = new Svg();
        for (int k = 0; k < findings.size(); k++) {
            Profile p = findings.get(k).profile();
            double left = 50 + k % COLUMNS * WIDTH;
            double top = 30 + (double) (k / COLUMNS) * HEIGHT;
            double[] x = p.points().stream().mapToDouble(Profile.Point::value).toArray();
            double[] fall = p.points().stream()
                    .mapToDouble(q -> Math.min(p.best() - q.logPosterior(), 2 * p.threshold())).toArray();
            double[] shown = new double[]{0, p.threshold() * 1.6};
            Panel panel = Panel.of(x, shown, left, top, WIDTH - 80, HEIGHT - 70);
            panel.draw(svg, 4);
            svg.text(left, top - 8, "start", "title", p.id());
            svg.line(left, panel.y().at(p.threshold()), left + WIDTH - 80, panel.y().at(p.threshold()), "limit");
            svg.path(panel.x().within(x), panel.y().within(fall), "line");
            svg.text(left, top + HEIGHT - 36, "start", "note", p.verdict().words().split(":")[0]);
        }
        double rows = Math.ceil(findings.size() / (double) COLUMNS);
        return EstimationFolder.standing(svg, COLUMNS * WIDTH + 20, rows * HEIGHT + 20, "profiles of "
                + String.join(", ", findings.stream().map(f -> f.profile().id()).toList()));
    }
}
