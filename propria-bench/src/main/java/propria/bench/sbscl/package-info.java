/// The Systems Biology Simulation Core Library (SBSCL) as a comparator, when the user has it: its jars are named by the
/// system property `propria.bench.sbscl` and loaded apart from our own, since it brings another set of the same libraries.
/// Called by reflection; nothing here is needed to build.
@NullMarked
package propria.bench.sbscl;

import org.jspecify.annotations.NullMarked;
