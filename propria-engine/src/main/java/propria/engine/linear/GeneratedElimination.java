package propria.engine.linear;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/// Writes elimination for one pattern as straight code: no indices are looked up, no zeros are tested. Cut into methods
/// below the 8,000 bytes beyond which HotSpot compiles none. Gives the same bits as [IndexedElimination].
final class GeneratedElimination {

    private static final ClassDesc NUMBERS = ConstantDescs.CD_double.arrayType();
    private static final MethodTypeDesc FACTOR = MethodTypeDesc.of(ConstantDescs.CD_void, NUMBERS,
            ConstantDescs.CD_double, NUMBERS);
    private static final MethodTypeDesc SOLVE = MethodTypeDesc.of(ConstantDescs.CD_void, NUMBERS, NUMBERS);

    private static final int HIDDEN = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC;

    private GeneratedElimination() {
    }

    static Elimination of(FactorLayout layout) {
        ClassDesc self = ClassDesc.of(GeneratedElimination.class.getPackageName(), "Elimination$Generated");
        byte[] bytes = ClassFile.of().build(self, type -> write(type, self, layout));
        try {
            MethodHandles.Lookup made = MethodHandles.lookup().defineHiddenClass(bytes, true);
            return (Elimination) made.findConstructor(made.lookupClass(), MethodType.methodType(void.class)).invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("generated code was refused", e);
        }
    }

    private static void write(ClassBuilder type, ClassDesc self, FactorLayout layout) {
        type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC)
                .withInterfaceSymbols(ClassDesc.of(Elimination.class.getName()));
        type.withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, 0, code -> code.aload(0)
                .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).return_());
        List<List<Operation>> factoring = Operation.blocks(Operation.factoring(layout));
        List<List<Substitution>> solving = Substitution.blocks(layout);
        for (int k = 0; k < factoring.size(); k++) {
            List<Operation> block = factoring.get(k);
            type.withMethodBody("factor" + k, FACTOR, HIDDEN, code -> write(code, block));
        }
        for (int k = 0; k < solving.size(); k++) {
            List<Substitution> block = solving.get(k);
            type.withMethodBody("solve" + k, SOLVE, HIDDEN, code -> {
                block.forEach(substitution -> substitution.write(code, layout.states()));
                code.return_();
            });
        }
        type.withMethodBody("factor", FACTOR, ClassFile.ACC_PUBLIC, code -> {
            for (int k = 0; k < factoring.size(); k++) {
                code.aload(1).dload(2).aload(4).invokestatic(self, "factor" + k, FACTOR);
            }
            code.return_();
        });
        type.withMethodBody("solve", SOLVE, ClassFile.ACC_PUBLIC, code -> {
            for (int k = 0; k < solving.size(); k++) {
                code.aload(1).aload(2).invokestatic(self, "solve" + k, SOLVE);
            }
            code.return_();
        });
    }

    private static void write(CodeBuilder code, List<Operation> block) {
        RowLocals row = new RowLocals();
        for (Operation operation : block) {
            operation.write(code, row);
            if (operation.endsRow()) {
                row.flush(code);
            }
        }
        row.flush(code);
        code.return_();
    }
}
