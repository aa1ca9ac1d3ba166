/// Words and numbers for people, shared by the command line and the report: [propria.app.text.Figures] writes numbers
/// with no more digits than their uncertainty bears, [propria.app.text.Escape] makes text safe inside markup.
@NullMarked
package propria.app.text;

import org.jspecify.annotations.NullMarked;
