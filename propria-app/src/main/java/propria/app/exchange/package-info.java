/// Models, experiments and studies in the formats of others, each held to give the same courses as what it was made
/// from: [propria.app.exchange.Conversion] turns one file into another, [propria.app.exchange.StudyArchive] a study into
/// a model with events and an experiment with a task for each arm.
@NullMarked
package propria.app.exchange;

import org.jspecify.annotations.NullMarked;
