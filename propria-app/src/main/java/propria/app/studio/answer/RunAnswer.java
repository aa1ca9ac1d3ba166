package propria.app.studio.answer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import propria.app.report.data.Manifest;
import propria.app.report.data.Rows;
import propria.app.report.data.Run;
import propria.app.report.data.RunFolder;
import propria.app.report.data.RunMode;
import propria.app.report.finding.Answer;
import propria.app.report.finding.Doubts;
import propria.app.report.finding.Names;

/// A finished run: the answer first, its doubts, then its tables.
///
/// @param kind always `study`
/// @param contains what the interval of the answer contains
/// @param further the answers of the other endpoints
/// @param summary the SHA-256 of `summary.csv`
/// @param forecasts what a laboratory that makes the study would find
/// @param calibrated whether parameters come from the posterior of a calibration
/// @param fittedToThisStudy whether the mirrored experiment was calibrated on
/// @param names what endpoints are called
/// @param mode whether a plan was frozen before; empty when it was not said
public record RunAnswer(String kind, String name, String answer, String contains, List<String> further,
        List<String> doubts,
        String summary, Manifest.Study study, String created, long seed, Manifest.Draws draws,
        Manifest.Subjects subjects, Manifest.Evidence evidence, List<Manifest.Arm> arms, List<Manifest.Phase> phases,
        List<Manifest.Observable> observables, List<Rows.Band> bands, List<Rows.Band> means,
        List<Rows.Endpoint> endpoints, List<Rows.Measurement> measurements, List<Rows.Influence> influences,
        List<Rows.SourceRow> sources,
        List<Rows.Forecast> forecasts, boolean calibrated, boolean fittedToThisStudy, Optional<RunMode> mode,
        List<Named> names) {

    public RunAnswer {
        further = List.copyOf(further);
        doubts = List.copyOf(doubts);
        arms = List.copyOf(arms);
        phases = List.copyOf(phases);
        observables = List.copyOf(observables);
        bands = List.copyOf(bands);
        means = List.copyOf(means);
        endpoints = List.copyOf(endpoints);
        measurements = List.copyOf(measurements);
        influences = List.copyOf(influences);
        sources = List.copyOf(sources);
        forecasts = List.copyOf(forecasts);
        names = List.copyOf(names);
    }

    /// An endpoint in words.
    ///
    /// @param better `lower`, `higher` or `none`
    public record Named(String id, String name, String unit, String better) {

        static Named of(Run run, String id) {
            return new Named(id, Names.endpoint(run, id), Names.unitOf(run, id),
                    run.observableOf(id).map(Manifest.Observable::better).orElse("none"));
        }
    }

    /// The run in a folder.
    public static RunAnswer of(Path folder) {
        Run run = RunFolder.read(folder);
        Answer answer = Answer.of(run);
        Manifest m = run.manifest();
        String summary = m.everything().stream().filter(e -> e.path().equals("summary_sha256"))
                .map(Manifest.Entry::text).findFirst().orElse("");
        return new RunAnswer("study", String.valueOf(folder.getFileName()), answer.sentence(), answer.contains(),
                answer.further(), Doubts.of(run).stream().map(Doubts.Doubt::sentence).toList(), summary, m.study(),
                m.created(), m.seed(), m.draws(), m.subjects(), m.evidence(), m.arms(), m.phases(), m.observables(),
                run.animals(), run.means(), run.endpoints(), run.measurements(), run.influences(), run.sources(),
                run.forecasts(), m.calibrated(), m.fittedToThisStudy(), RunMode.read(folder),
                run.endpoints().stream().map(Rows.Endpoint::id).distinct().map(id -> Named.of(run, id)).toList());
    }
}
