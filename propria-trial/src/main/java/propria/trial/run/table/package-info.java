/// The tables of a run of trials: CSV, and subjects as Parquet with the names of CDISC ADaM.
@NullMarked
package propria.trial.run.table;

import org.jspecify.annotations.NullMarked;
