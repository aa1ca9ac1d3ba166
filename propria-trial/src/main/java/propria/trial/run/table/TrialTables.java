package propria.trial.run.table;

import java.util.List;
import propria.trial.conduct.SimulatedTrial;
import propria.trial.conduct.SubjectRecord;
import propria.trial.design.TrialDesign;
import propria.trial.operating.Characteristic;
import propria.trial.operating.CurvePoint;
import propria.trial.operating.OperatingReading;
import propria.trial.reading.Hypothesis;
import propria.trial.reading.TrialRow;
import propria.trial.score.ClinicalRule;
import propria.trial.score.ClinicalScore;
import propria.trial.score.Endoscopy;

/// The tables of a run of trials.
public final class TrialTables {

    private TrialTables() {
    }

    /// One row a trial, size and hypothesis.
    public static String trials(TrialDesign design, List<OperatingReading.Result> results) {
        TableText table = new TableText("bank", "population", "trial", "draw", "patients", "estimand", "arm",
                "estimate",
                "std_error", "lower", "upper", "p", "adjusted_p", "rejected", "favourable", "look", "icc_centre",
                "icc_lot");
        List<Hypothesis> hypotheses = Hypothesis.of(design);
        for (OperatingReading.Result result : results) {
            result.rows().forEach(row -> add(table, design, hypotheses, result.bank(), "design", row));
            result.nullRows().forEach(row -> add(table, design, hypotheses, result.bank(), "null", row));
        }
        return table.toString();
    }

    private static void add(TableText table, TrialDesign design, List<Hypothesis> hypotheses, String bank,
            String population, TrialRow row) {
        Hypothesis h = hypotheses.get(row.hypothesis());
        table.row(bank, population, row.trial(), row.draw(), row.patients(), h.estimand().id(),
                design.allocation().get(h.arm()).arm(), row.estimate(), row.error(), row.lower(), row.upper(), row.p(),
                row.adjusted(), row.rejected() ? 1 : 0, row.favourable() ? 1 : 0, row.look(),
                row.centreCorrelation(), row.lotCorrelation());
    }

    /// One row a characteristic.
    public static String operating(List<Characteristic> characteristics) {
        TableText table = new TableText("bank", "population", "patients", "day", "estimand", "arm", "measure", "value",
                "mc_error", "trials");
        for (Characteristic c : characteristics) {
            table.row(c.bank(), c.population(), c.patients(), c.day(), c.estimand(), c.arm(), c.measure(), c.value(),
                    c.error(), c.trials());
        }
        return table.toString();
    }

    /// One row a cell of the curves.
    public static String curves(List<CurvePoint> points) {
        TableText table = new TableText("bank", "population", "estimand", "arm", "patients", "per_arm", "day", "dose",
                "measure", "value", "mc_error", "trials");
        for (CurvePoint p : points) {
            Characteristic c = p.cell();
            table.row(c.bank(), c.population(), c.estimand(), c.arm(), c.patients(), p.perArm(), c.day(), p.dose(),
                    c.measure(), c.value(), c.error(), c.trials());
        }
        return table.toString();
    }

    /// One row a subject, parameter and visit, with the names of ADaM's basic data structure.
    public static String subjects(String study, TrialDesign design, List<SimulatedTrial> trials) {
        TableText table = new TableText("STUDYID", "TRIALNO", "USUBJID", "TRT01P", "STRATUM", "PARAMCD", "AVISIT",
                "AVISITN", "ADY", "AVAL", "BASE", "CHG", "CRIT1", "CRIT1FL", "ANL01FL", "RESCFL");
        for (SimulatedTrial trial : trials) {
            int number = 0;
            for (SubjectRecord subject : trial.subjects()) {
                subject(table, study, design, trial, subject, ++number);
            }
        }
        return table.toString();
    }

    private static void subject(TableText table, String study, TrialDesign design, SimulatedTrial trial,
            SubjectRecord subject, int number) {
        String id = study + "-" + (trial.number() + 1) + "-" + number;
        String arm = design.allocation().get(subject.arm()).arm();
        for (int visit = -1; visit < design.visits().size(); visit++) {
            String name = visit < 0 ? "Baseline" : design.visits().get(visit).name();
            double day = visit < 0 ? 0 : design.visits().get(visit).day();
            boolean seen = visit < subject.left();
            String rescued = subject.rescued() < visit ? "Y" : "N";
            for (ClinicalScore score : ClinicalScore.values()) {
                double base = subject.score(score, -1);
                double value = seen ? subject.score(score, visit) : Double.NaN;
                table.row(study, trial.number() + 1, id, arm, subject.stratum(), score.word(), name, visit + 1, day,
                        value,
                        base, visit < 0 ? Double.NaN : value - base, "", "", seen ? "Y" : "N", rescued);
            }
            for (ClinicalRule rule : ClinicalRule.values()) {
                if (visit >= 0) {
                    boolean met = subject.met(rule, Endoscopy.Reader.CENTRAL, visit);
                    table.row(study, trial.number() + 1, id, arm, subject.stratum(), rule.word(), name, visit + 1, day,
                            seen ? met ? 1.0 : 0.0 : Double.NaN, Double.NaN, Double.NaN, rule.word(),
                            seen ? met ? "Y" : "N" : "", seen ? "Y" : "N", rescued);
                }
            }
        }
    }

    /// What the columns of the Parquet tables of subjects are.
    public static String parquetDictionary() {
        return SubjectColumns.dictionary();
    }

    /// What the columns of the table of subjects are.
    public static String dictionary() {
        return new TableText("column", "type", "meaning")
                .row("STUDYID", "text", "the study")
                .row("TRIALNO", "integer", "number of the simulated trial, from 1")
                .row("USUBJID", "text", "the subject: study, trial, number in order of randomisation")
                .row("TRT01P", "text", "the arm to which the subject was randomised")
                .row("STRATUM", "integer", "which combination of strata, from 0")
                .row("PARAMCD", "text", "a score (AVAL is its value) or a rule (AVAL is 1 when met, 0 when not)")
                .row("AVISIT", "text", "the visit")
                .row("AVISITN", "integer", "its number; 0 is baseline")
                .row("ADY", "number", "the planned day of the visit, counted from the start of treatment")
                .row("AVAL", "number", "the value; empty after the subject has left")
                .row("BASE", "number", "the value at baseline")
                .row("CHG", "number", "AVAL minus BASE")
                .row("CRIT1", "text", "the rule, in rows of rules")
                .row("CRIT1FL", "text", "Y when it is met, N when not, empty when not seen")
                .row("ANL01FL", "text", "Y when the visit was seen, N after the subject has left")
                .row("RESCFL", "text", "Y after rescue therapy, else N").toString();
    }
}
