/// Numbers with a unit as people type them at the bench: `2.5 %`, `1e6 cells`, `5e6 cells/kg`, `200 ug`, `14 d`.
/// To teach it a unit, add a line to the table in `BenchUnit`.
@NullMarked
package propria.study.quantity;

import org.jspecify.annotations.NullMarked;
