/// Experiments in SED-ML, carried out: [propria.app.experiment.Experiment] loads the models, does the tasks with the
/// engine, and computes the data; [propria.app.experiment.output.ExperimentOutput] shows them.
/// What was done otherwise than asked for, such as another algorithm, is among the warnings of the result.
@NullMarked
package propria.app.experiment;

import org.jspecify.annotations.NullMarked;
