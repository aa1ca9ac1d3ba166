/// A [propria.engine.compile.graph.Graph] becomes machine code: [propria.engine.compile.bytecode.KernelCompiler] writes
/// a hidden class with `java.lang.classfile`, which HotSpot then compiles like any other.
///
/// HotSpot never compiles a method above 8,000 bytes of bytecode, so [propria.engine.compile.bytecode.Plan] cuts a
/// computation into blocks well below, one static method each. A value used twice is kept in a local variable, a value
/// used in two blocks in `scratch`. To add an operation, write its instruction in
/// [propria.engine.compile.bytecode.BlockWriter] and its size in [propria.engine.compile.bytecode.CodeSize].
@NullMarked
package propria.engine.compile.bytecode;

import org.jspecify.annotations.NullMarked;
