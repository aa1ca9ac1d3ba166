/// The small XML tree becomes records: a class for each list of a SED-ML file. All problems of a file are told at once.
@NullMarked
package propria.formats.sedml.read;

import org.jspecify.annotations.NullMarked;
