/// From YAML and tables to records, a class a version.
@NullMarked
package propria.formats.petab.read;

import org.jspecify.annotations.NullMarked;
