/// What newly downloaded data says about the standing of sources that the library has: [propria.evidence.refresh.Refresh]
/// compares it with what is recorded, [propria.evidence.refresh.IntegrityBlock] writes the outcome into a source file and
/// leaves every other line of it as it is.
@NullMarked
package propria.evidence.refresh;

import org.jspecify.annotations.NullMarked;
