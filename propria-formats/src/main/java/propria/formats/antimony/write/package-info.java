/// A flat model as Antimony text that reads back to the same model: one class a part of the text. What Antimony cannot
/// say is refused rather than left out.
@NullMarked
package propria.formats.antimony.write;

import org.jspecify.annotations.NullMarked;
