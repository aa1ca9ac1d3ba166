/// Runs that go on while the pages are open: one at a time, in the order in which they were asked for.
@NullMarked
package propria.app.studio.job;

import org.jspecify.annotations.NullMarked;
