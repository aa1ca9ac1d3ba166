package propria.study.summary;

import java.util.ArrayList;
import java.util.List;
import propria.study.Observable;
import propria.study.Study;

/// One observable of one arm at one time.
public record SummaryRow(String arm, Observable observable, double time, Distribution distribution) {

    /// The spread over draws and subjects.
    public static List<SummaryRow> ofSubjects(Study study, Outcomes outcomes) {
        return rows(study, outcomes, outcomes::distributions);
    }

    /// The spread of the arm mean over draws.
    public static List<SummaryRow> ofMeans(Study study, Outcomes outcomes) {
        return rows(study, outcomes,
                (arm, observable) -> outcomes.means(arm, observable).stream().map(Distribution::of).toList());
    }

    private interface Sample {
        /// By time.
        List<Distribution> values(int arm, int observable);
    }

    private static List<SummaryRow> rows(Study study, Outcomes outcomes, Sample sample) {
        List<SummaryRow> rows = new ArrayList<>();
        double[] times = outcomes.times();
        for (int arm = 0; arm < outcomes.arms(); arm++) {
            for (int observable = 0; observable < outcomes.observables(); observable++) {
                List<Distribution> distributions = sample.values(arm, observable);
                for (int time = 0; time < times.length; time++) {
                    rows.add(new SummaryRow(study.arms().get(arm).id(), study.observables().get(observable),
                            times[time], distributions.get(time)));
                }
            }
        }
        return rows;
    }
}
