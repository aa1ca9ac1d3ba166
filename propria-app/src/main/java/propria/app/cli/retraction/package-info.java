/// `propria retract`: what a study would say without some sources. [propria.app.cli.retraction.RetractCommand] finds them,
/// [propria.app.cli.retraction.RetractionAnswer] says what falls and what moves.
@NullMarked
package propria.app.cli.retraction;

import org.jspecify.annotations.NullMarked;
