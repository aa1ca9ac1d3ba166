/// Units as papers write them: [propria.evidence.unit.ClaimUnit] reads `pg/1e6 cells/24 h` into what it measures, so that
/// claims can be compared with one another and with the numbers of a model.
@NullMarked
package propria.evidence.unit;

import org.jspecify.annotations.NullMarked;
