/// Cohorts: virtual patients whose baseline readings together are distributed as those of trials, made by one of several
/// methods ([propria.trial.patient.cohort.CohortMethod]) and held against their targets
/// ([propria.trial.patient.cohort.CohortMatch]).
@NullMarked
package propria.trial.patient.cohort;

import org.jspecify.annotations.NullMarked;
