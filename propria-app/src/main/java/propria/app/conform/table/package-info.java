/// The table of conformance: a [propria.app.conform.table.CaseHeader] says what a case of the SBML test suite tests,
/// [propria.app.conform.table.ConformanceTable] counts for each such feature what became of its cases.
@NullMarked
package propria.app.conform.table;

import org.jspecify.annotations.NullMarked;
