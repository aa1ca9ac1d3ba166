/// SUNDIALS as a comparator: [propria.bench.sundials.Toolchain] finds a C compiler and the library and makes shared
/// objects of generated C, [propria.bench.sundials.CvodeLibrary] calls them. Both are absent on many machines; then
/// [propria.bench.sundials.Toolchain] says so and the comparisons with CVODE are left out. The C that does not depend on
/// a model lies in the resources of this module.
@NullMarked
package propria.bench.sundials;

import org.jspecify.annotations.NullMarked;
