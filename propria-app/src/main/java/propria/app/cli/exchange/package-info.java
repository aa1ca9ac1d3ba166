/// The commands that turn models, experiments and studies into files of other formats.
@NullMarked
package propria.app.cli.exchange;

import org.jspecify.annotations.NullMarked;
