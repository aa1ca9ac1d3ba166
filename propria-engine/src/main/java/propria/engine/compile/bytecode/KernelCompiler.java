package propria.engine.compile.bytecode;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/// Turns computations into [Kernel]s. Not for use by several threads at once; the kernels are.
public final class KernelCompiler {

    private static final ClassDesc KERNEL = ClassDesc.of(Kernel.class.getName());
    private static final ClassDesc NUMBERS = ConstantDescs.CD_double.arrayType();
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_double, NUMBERS,
            NUMBERS, NUMBERS, NUMBERS);
    /// Blocks a class: its constants must fit into 65,535 entries.
    private static final int BLOCKS_A_CLASS = 64;

    private int scratchEnd;

    /// The length of scratch memory that every kernel made so far can work with.
    public int scratchEnd() {
        return scratchEnd;
    }

    /// Compiles a computation.
    ///
    /// @param name what the computation is, for stack traces: letters only
    /// @param targets the results; their order decides only what is computed near to what
    /// @param memory where prepared values are and where scratch begins
    public Kernel compile(String name, List<Target> targets, Memory memory) {
        if (targets.isEmpty()) {
            return Kernel.NOTHING;
        }
        Kernel[] parts = classes(name, targets, memory).stream().map(KernelCompiler::define).toArray(Kernel[]::new);
        if (parts.length == 1) {
            return parts[0];
        }
        return (t, y, p, scratch, out) -> {
            for (Kernel part : parts) {
                part.run(t, y, p, scratch, out);
            }
        };
    }

    /// The class files of a computation, to be run in order.
    List<byte[]> classes(String name, List<Target> targets, Memory memory) {
        Plan plan = new Plan(targets, memory);
        scratchEnd = Math.max(scratchEnd, plan.scratchEnd());
        List<List<Plan.Step>> blocks = plan.blocks();
        List<byte[]> classes = new ArrayList<>();
        for (int from = 0; from < blocks.size(); from += BLOCKS_A_CLASS) {
            List<List<Plan.Step>> some = blocks.subList(from, Math.min(from + BLOCKS_A_CLASS, blocks.size()));
            classes.add(write(name, some, plan, memory));
        }
        return classes;
    }

    private static byte[] write(String name, List<List<Plan.Step>> blocks, Plan plan, Memory memory) {
        ClassDesc self = ClassDesc.of(KernelCompiler.class.getPackageName(), "Kernel$" + name);
        return ClassFile.of().build(self, type -> {
            type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC).withInterfaceSymbols(KERNEL);
            writeConstructor(type);
            for (int k = 0; k < blocks.size(); k++) {
                List<Plan.Step> block = blocks.get(k);
                type.withMethodBody("block" + k, RUN, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC,
                        code -> new BlockWriter(code, plan, memory).write(block));
            }
            writeRun(type, self, blocks.size());
        });
    }

    private static void writeConstructor(ClassBuilder type) {
        type.withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, 0, code -> code.aload(0)
                .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).return_());
    }

    private static void writeRun(ClassBuilder type, ClassDesc self, int blocks) {
        type.withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, code -> {
            for (int k = 0; k < blocks; k++) {
                code.dload(1).aload(3).aload(4).aload(5).aload(6).invokestatic(self, "block" + k, RUN);
            }
            code.return_();
        });
    }

    private static Kernel define(byte[] bytes) {
        try {
            MethodHandles.Lookup made = MethodHandles.lookup().defineHiddenClass(bytes, true);
            return (Kernel) made.findConstructor(made.lookupClass(), MethodType.methodType(void.class)).invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("generated code was refused", e);
        }
    }
}
