/// Reads a study: `study.yaml` by [propria.study.file.StudyFile], `measurements.tsv` by
/// [propria.study.file.MeasurementTable]. Nothing is ignored: each key, name, unit and time that does not fit is a problem
/// with its place. The same form is published for editors as `library/schema/study.schema.json`.
@NullMarked
package propria.study.file;

import org.jspecify.annotations.NullMarked;
