/// The data part of the science library: species, populations, products, insults, routes and observables, a YAML file
/// each. [propria.study.library.Library] reads and cross-checks them. A new product is a new file; a new key is a line in
/// the reader of its kind and in the record in `propria.study`.
@NullMarked
package propria.study.library;

import org.jspecify.annotations.NullMarked;
