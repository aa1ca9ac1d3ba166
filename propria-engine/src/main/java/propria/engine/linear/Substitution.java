package propria.engine.linear;

import java.lang.classfile.CodeBuilder;
import java.util.ArrayList;
import java.util.List;

/// One operation of the generated substitutions: takes products of factors and known unknowns from an unknown, then
/// scales it.
///
/// @param state the unknown
/// @param from the first factor
/// @param to one more than the last
/// @param diagonal the factor to scale by in the end, or -1
record Substitution(int state, int from, int to, int diagonal) {

    private static final int BLOCK = 5_000;
    private static final int FACTORS = 0;
    private static final int UNKNOWNS = 1;
    private static final int TERM = 13;
    private static final int REST = 22;

    /// Both substitutions.
    static List<Substitution> all(FactorLayout layout) {
        List<Substitution> all = new ArrayList<>();
        int[] starts = layout.rowStarts();
        int[] diagonals = layout.diagonals();
        for (int i = 0; i < layout.size(); i++) {
            add(layout.order()[i], starts[i], diagonals[i], all);
        }
        for (int i = layout.size() - 1; i >= 0; i--) {
            add(layout.order()[i], diagonals[i] + 1, starts[i + 1], all);
            all.add(new Substitution(layout.order()[i], 0, 0, diagonals[i]));
        }
        return all;
    }

    private static void add(int state, int from, int to, List<Substitution> all) {
        for (int chunk = from; chunk < to; chunk += FactorLayout.CHUNK) {
            all.add(new Substitution(state, chunk, Math.min(to, chunk + FactorLayout.CHUNK), -1));
        }
    }

    /// Cuts them into methods.
    static List<List<Substitution>> blocks(FactorLayout layout) {
        List<List<Substitution>> blocks = new ArrayList<>();
        List<Substitution> block = new ArrayList<>();
        int size = 0;
        for (Substitution substitution : all(layout)) {
            int own = REST + (substitution.to - substitution.from) * TERM;
            if (size + own > BLOCK) {
                blocks.add(block);
                block = new ArrayList<>();
                size = 0;
            }
            block.add(substitution);
            size += own;
        }
        blocks.add(block);
        return blocks;
    }

    void write(CodeBuilder code, int[] states) {
        code.aload(UNKNOWNS).loadConstant(state).dup2().daload();
        if (diagonal >= 0) {
            code.aload(FACTORS).loadConstant(diagonal).daload().dmul();
        } else {
            sum(code, from, states);
            if (to - from > 1) {
                sum(code, from + 1, states);
                code.dadd();
            }
            code.dsub();
        }
        code.dastore();
    }

    private void sum(CodeBuilder code, int first, int[] states) {
        for (int a = first; a < to; a += 2) {
            code.aload(FACTORS).loadConstant(a).daload().aload(UNKNOWNS).loadConstant(states[a]).daload().dmul();
            if (a > first) {
                code.dadd();
            }
        }
    }
}
