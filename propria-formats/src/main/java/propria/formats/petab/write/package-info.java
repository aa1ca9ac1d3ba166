/// From records to YAML and tables that read back equal.
@NullMarked
package propria.formats.petab.write;

import org.jspecify.annotations.NullMarked;
