/// The command `bench`: comparisons of the engine with CVODE and others, and with itself.
/// [propria.bench.BenchCommand] reads the options and puts the parts together. Not shipped: the launcher builds this module
/// and starts it on a class path of its own when the command is asked for.
@NullMarked
package propria.bench;

import org.jspecify.annotations.NullMarked;
