/// What pictures of the studio are drawn from: what falls with a source, subjects one by one, dose and response, what moves
/// an endpoint, what the calibration learned.
@NullMarked
package propria.app.studio.picture;

import org.jspecify.annotations.NullMarked;
