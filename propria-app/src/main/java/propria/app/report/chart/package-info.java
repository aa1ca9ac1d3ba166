/// The pictures of the report, one class each: [propria.app.report.chart.TimeCourseChart] and
/// [propria.app.report.chart.PanelChart] show courses, [propria.app.report.chart.EffectChart] differences between arms,
/// [propria.app.report.chart.AgreementChart] published against predicted values,
/// [propria.app.report.chart.InfluenceChart] the parameters that matter. Arms are told apart by colour, dash and marker
/// ([propria.app.report.chart.ArmStyles]) and named where their line ends.
@NullMarked
package propria.app.report.chart;

import org.jspecify.annotations.NullMarked;
