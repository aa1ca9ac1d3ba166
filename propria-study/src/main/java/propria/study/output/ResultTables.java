package propria.study.output;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.model.Parameter;
import propria.study.Measurement;
import propria.study.Study;
import propria.study.summary.Effect;
import propria.study.summary.Effect.Middle;
import propria.study.summary.Influence;
import propria.study.summary.Prediction;
import propria.study.summary.SummaryRow;

/// The tables of what came out.
final class ResultTables {

    private ResultTables() {
    }

    static Csv summary(List<SummaryRow> rows) {
        Csv csv = new Csv("arm", "observable", "time_d", "unit", "n", "mean", "sd", "q05", "q25", "q50", "q75", "q95");
        for (SummaryRow row : rows) {
            var d = row.distribution();
            csv.row(row.arm(), row.observable().id(), row.time(), row.observable().unit(), d.n(), d.mean(), d.sd(),
                    d.q05(), d.q25(), d.q50(), d.q75(), d.q95());
        }
        return csv;
    }

    static Csv endpoints(RunRecord run) {
        Csv csv = new Csv("endpoint", "arm", "estimate", "lower", "upper", "comparator", "effect", "effect_lower",
                "effect_upper", "level", "what_the_interval_contains");
        Middle none = new Middle(Double.NaN, Double.NaN, Double.NaN);
        Study study = run.study();
        for (Effect effect : run.effects()) {
            Middle difference = effect.effect().orElse(none);
            csv.row(effect.endpoint().id(), study.arms().get(effect.arm()).id(), effect.estimate().value(),
                    effect.estimate().lower(), effect.estimate().upper(),
                    effect.control().map(control -> study.arms().get(control).id()).orElse(""), difference.value(),
                    difference.lower(), difference.upper(), Effect.LEVEL,
                    Effect.contains(run.study().uncertainty(), run.outcomes()));
        }
        return csv;
    }

    static Csv measurements(List<Prediction> predictions) {
        List<String> header = new ArrayList<>(Measurement.COLUMNS);
        header.addAll(List.of("pred_q05", "pred_q50", "pred_q95", "inside"));
        Csv csv = Csv.of(header);
        for (Prediction prediction : predictions) {
            List<Object> cells = new ArrayList<>(prediction.measurement().cells());
            while (cells.size() < Measurement.COLUMNS.size()) {
                cells.add("");
            }
            cells.addAll(List.of(prediction.q05(), prediction.q50(), prediction.q95(), prediction.inside()));
            csv.row(cells.toArray());
        }
        return csv;
    }

    static Csv influence(RunRecord run) {
        Map<String, String> names = new HashMap<>();
        for (Parameter parameter : run.model().parameters()) {
            Optional<String> name = parameter.description().name();
            name.ifPresent(text -> names.put(parameter.id(), text));
        }
        Csv csv = new Csv("endpoint", "parameter", "name", "spearman", "low", "high");
        for (Influence influence : run.influences()) {
            String id = influence.parameter();
            csv.row(influence.endpoint(), shown(id), names.getOrDefault(id, shown(id)), influence.spearman(),
                    influence.low(), influence.high());
        }
        return csv;
    }

    /// An id as people see it: `instance.name`.
    static String shown(String id) {
        return id.replace("__", ".");
    }

    static Csv dictionary() {
        Csv csv = new Csv("file", "column", "meaning")
                .row("summary.csv", "mean to q95", "over draws and animals: parameter + between-animal spread")
                .row("bands.csv", "mean to q95", "over draws of the arm mean: parameter uncertainty of the arm mean")
                .row("summary.csv, bands.csv", "q05", "5 % quantile of type 7 (Hyndman and Fan 1996)")
                .row("summary.csv, bands.csv", "time_d", "days from day 0 of the study")
                .row("endpoints.csv", "estimate", "median over draws of the arm mean")
                .row("endpoints.csv", "effect", "median over draws of arm minus comparator, paired by animal")
                .row("endpoints.csv", "lower, upper", "the central part of size level")
                .row("measurements.csv", "pred_q05 to pred_q95",
                        "the mean that an experiment of that size would measure, assay noise included")
                .row("measurements.csv", "inside",
                        "value: between pred_q05 and pred_q95; direction 1 or -1: the sign of at least 75 % of draws;"
                                + " direction 0: the interval holds no difference")
                .row("influence.csv", "spearman", "rank correlation of the effect with the parameter over draws")
                .row("influence.csv", "low, high", "90 % interval (Bonett and Wright 2000)")
                .row("parameters.csv", "low, high", "the central 90 % of the prior")
                .row("sources.csv", "used_by, measurements", "numbers, and published values of the study, that cite it")
                .row("sources.csv", "behind", "the sources through which it is cited, when it is not cited itself")
                .row("source-influence.json", "numbers",
                        "how the endpoints respond to each number that a claim grounds");
        SubjectTable.COLUMNS.forEach(c -> csv.row("subjects.parquet, subjects.csv", c.name(), c.meaning()));
        return csv;
    }
}
