/// Trials and virtual patients, as the pages of the studio show them.
@NullMarked
package propria.app.studio.trial;

import org.jspecify.annotations.NullMarked;
