/// SHA-256 of texts, files and folders.
@NullMarked
package propria.formats.hash;

import org.jspecify.annotations.NullMarked;
