package propria.trial.run.table;

import java.util.ArrayList;
import java.util.List;

/// A column of the tables of subjects.
///
/// @param name as in CDISC ADaM
/// @param type of its values
/// @param meaning what it holds
/// @param expression in SQL, over what was handed to DuckDB
record SubjectColumns(String name, String type, String meaning, String expression) {

    private static final String ID = "{study} || '-' || trial || '-' || number";
    private static final List<SubjectColumns> BOTH = List.of(
            new SubjectColumns("STUDYID", "text", "the study", "{study}"),
            new SubjectColumns("TRIALNO", "integer", "number of the simulated trial, from 1", "trial"),
            new SubjectColumns("USUBJID", "text", "the subject: study, trial, number in order of randomisation", ID),
            new SubjectColumns("SITEID", "integer", "the centre, from 1; new centres in each trial", "centre"),
            new SubjectColumns("STRATUM", "integer", "which combination of strata, from 0", "stratum"),
            new SubjectColumns("ARM", "text", "the arm to which the subject was randomised", "{arms}[arm]"),
            new SubjectColumns("TRT01P", "text", "the planned treatment: the arm", "{arms}[arm]"),
            new SubjectColumns("TRT01PN", "integer", "its place in the allocation; 1 is the comparator", "arm"));

    static final List<SubjectColumns> SUBJECTS = with(
            new SubjectColumns("SUBJID", "integer", "number in order of randomisation, from 1", "number"),
            new SubjectColumns("LOTID", "integer", "the lot that the subject would receive, from 1 over all donors",
                    "lot"),
            new SubjectColumns("EOSSTT", "text", "COMPLETED, or DISCONTINUED when the subject left the trial",
                    "CASE WHEN missed <= {count} THEN 'DISCONTINUED' ELSE 'COMPLETED' END"),
            new SubjectColumns("DCVISN", "integer", "the first visit that was missed; empty for who completed",
                    "CASE WHEN missed <= {count} THEN missed END"),
            new SubjectColumns("RESCFL", "text", "Y when rescue was given, else N",
                    "CASE WHEN rescued <= {count} THEN 'Y' ELSE 'N' END"),
            new SubjectColumns("RESCVISN", "integer", "the visit at which it was given; empty when it was not",
                    "CASE WHEN rescued <= {count} THEN rescued END"),
            new SubjectColumns("DRAW", "integer", "which belief about parameters the trial was simulated with, from 0",
                    "draw"),
            new SubjectColumns("PERSON", "integer",
                    "which virtual patient of the draw, from 0; trials take them with replacement",
                    "person"));

    static final List<SubjectColumns> READINGS = with(
            new SubjectColumns("PARAMCD", "text", "a score, or a rule", "{params}[param]"),
            new SubjectColumns("PARAMTYP", "text", "SCORE or RULE",
                    "CASE WHEN param > {scores} THEN 'RULE' ELSE 'SCORE' END"),
            new SubjectColumns("AVISIT", "text", "the visit", "{visits}[visit + 1]"),
            new SubjectColumns("AVISITN", "integer", "its number; 0 is baseline", "visit"),
            new SubjectColumns("ADY", "number", "planned day of the visit, from the start of treatment; 0 is baseline",
                    "{days}[visit + 1]"),
            new SubjectColumns("AVAL", "number",
                    "the score, or 1 when the rule is met and 0 when not; empty after the subject has left",
                    "aval"),
            new SubjectColumns("AVALC", "text", "Y or N for rules, empty for scores and what was not seen",
                    "CASE WHEN param > {scores} AND aval IS NOT NULL THEN CASE WHEN aval > 0 THEN 'Y' ELSE 'N' END END"),
            new SubjectColumns("BASE", "number", "the score at baseline", "base"),
            new SubjectColumns("CHG", "number", "AVAL minus BASE, after baseline",
                    "CASE WHEN visit > 0 THEN aval - base END"),
            new SubjectColumns("ABLFL", "text", "Y at baseline", "CASE WHEN visit = 0 THEN 'Y' END"),
            new SubjectColumns("ANL01FL", "text", "Y when the visit was seen, else N",
                    "CASE WHEN aval IS NULL THEN 'N' ELSE 'Y' END"),
            new SubjectColumns("ICERESFL", "text", "intercurrent event: Y after rescue, else N",
                    "CASE WHEN rescued < visit THEN 'Y' ELSE 'N' END"),
            new SubjectColumns("ICEDISFL", "text", "intercurrent event: Y when the subject has left, else N",
                    "CASE WHEN missed <= visit THEN 'Y' ELSE 'N' END"));

    private static List<SubjectColumns> with(SubjectColumns... own) {
        List<SubjectColumns> all = new ArrayList<>(BOTH);
        all.addAll(List.of(own));
        return List.copyOf(all);
    }

    /// The dictionary of both tables.
    static String dictionary() {
        TableText table = new TableText("table", "column", "type", "meaning");
        SUBJECTS.forEach(c -> table.row("adsl", c.name(), c.type(), c.meaning()));
        READINGS.forEach(c -> table.row("adeff", c.name(), c.type(), c.meaning()));
        return table.toString();
    }
}
