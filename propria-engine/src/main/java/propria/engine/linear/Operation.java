package propria.engine.linear;

import java.lang.classfile.CodeBuilder;
import java.util.ArrayList;
import java.util.List;

/// What generated elimination does, one small thing after the other.
sealed interface Operation {

    /// Methods of about this many bytes: below the 8,000 at which HotSpot gives up, small enough to be compiled soon.
    int BLOCK = 5_000;

    /// An upper estimate of its bytes, without those that keep a number of the row.
    int size();

    /// The place of the row whose number it changes; negative for none.
    default int changes() {
        return -1;
    }

    /// Whether it ends a row.
    default boolean endsRow() {
        return false;
    }

    void write(CodeBuilder code, RowLocals row);

    /// The entry of a row: of the identity, if it has that, less the share of what the Jacobian has.
    ///
    /// @param sources entries of the Jacobian, one or none
    record Load(int changes, boolean one, boolean held, int[] sources) implements Operation {
        @Override
        public int size() {
            return 2 + 10 * sources.length;
        }

        @Override
        public void write(CodeBuilder code, RowLocals row) {
            code.loadConstant(one ? 1.0 : 0.0);
            for (int source : sources) {
                if (!held) {
                    code.dload(RowLocals.SHARE);
                }
                code.aload(RowLocals.JACOBIAN).loadConstant(source).daload();
                if (!held) {
                    code.dmul();
                }
                code.dsub();
            }
            row.keep(code, changes);
        }
    }

    /// Makes the factor by which a row is reduced.
    record Factor(int changes, int diagonal) implements Operation {
        @Override
        public int size() {
            return 2 * RowLocals.READ + 1;
        }

        @Override
        public void write(CodeBuilder code, RowLocals row) {
            row.read(code, changes);
            row.read(code, diagonal);
            code.dmul();
            row.keep(code, changes);
        }
    }

    /// Takes a multiple of an earlier row from an entry.
    record Reduce(int changes, int factor, int upper) implements Operation {
        @Override
        public int size() {
            return 3 * RowLocals.READ + 2;
        }

        @Override
        public void write(CodeBuilder code, RowLocals row) {
            row.read(code, changes);
            row.read(code, factor);
            row.read(code, upper);
            code.dmul().dsub();
            row.keep(code, changes);
        }
    }

    /// Keeps the reciprocal of the diagonal.
    record Invert(int changes) implements Operation {
        @Override
        public int size() {
            return RowLocals.READ + 2;
        }

        @Override
        public boolean endsRow() {
            return true;
        }

        @Override
        public void write(CodeBuilder code, RowLocals row) {
            code.dconst_1();
            row.read(code, changes);
            code.ddiv();
            row.keep(code, changes);
        }
    }

    /// Everything that factoring does.
    static List<Operation> factoring(FactorLayout layout) {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < layout.size(); i++) {
            load(i, layout, operations);
            for (int a = layout.rowStarts()[i]; a < layout.diagonals()[i]; a++) {
                int k = layout.turns()[a];
                operations.add(new Factor(a, layout.diagonals()[k]));
                for (int u = layout.diagonals()[k] + 1; u < layout.rowStarts()[k + 1]; u++) {
                    operations.add(new Reduce(layout.placeOf(i, layout.turns()[u]), a, u));
                }
            }
            operations.add(new Invert(layout.diagonals()[i]));
        }
        return operations;
    }

    private static void load(int i, FactorLayout layout, List<Operation> operations) {
        int[] sourceOf = new int[layout.rowStarts()[i + 1] - layout.rowStarts()[i]];
        for (int s = layout.sourceStarts()[i]; s < layout.sourceStarts()[i + 1]; s++) {
            sourceOf[layout.targets()[s] - layout.rowStarts()[i]] = 1 + layout.sources()[s];
        }
        for (int a = layout.rowStarts()[i]; a < layout.rowStarts()[i + 1]; a++) {
            int source = sourceOf[a - layout.rowStarts()[i]];
            boolean held = layout.held()[i];
            operations.add(new Load(a, a == layout.diagonals()[i] && !held, held,
                    source == 0 ? new int[0] : new int[]{source - 1}));
        }
    }

    /// Cuts operations into methods.
    static List<List<Operation>> blocks(List<Operation> operations) {
        List<List<Operation>> blocks = new ArrayList<>();
        List<Operation> block = new ArrayList<>();
        RowLocals row = new RowLocals();
        int size = 0;
        for (Operation operation : operations) {
            if (size + operation.size() + (row.waiting() + 1) * RowLocals.KEEP > BLOCK) {
                blocks.add(block);
                block = new ArrayList<>();
                row.forget();
                size = 0;
            }
            block.add(operation);
            size += operation.size() + RowLocals.READ;
            if (operation.changes() >= 0) {
                row.expect(operation.changes());
            }
            if (operation.endsRow()) {
                size += row.waiting() * RowLocals.KEEP;
                row.forget();
            }
        }
        blocks.add(block);
        return blocks;
    }
}
