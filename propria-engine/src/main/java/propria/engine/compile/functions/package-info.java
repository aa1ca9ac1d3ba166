/// What the compiler hands to the solvers: kernels behind the interfaces of `propria.engine.system`. Nothing is decided
/// here; to add a function, add a kernel to [propria.engine.compile.functions.CompiledSystem] and let
/// `propria.engine.compile` fill it.
@NullMarked
package propria.engine.compile.functions;

import org.jspecify.annotations.NullMarked;
