package propria.engine.linear;

import java.lang.classfile.CodeBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/// The row that generated code works on: its numbers are in local variables until the row or the method ends.
final class RowLocals {

    /// Arguments of the method: the Jacobian, the factor of it, the factors.
    static final int JACOBIAN = 0;
    static final int SHARE = 1;
    static final int FACTORS = 3;
    private static final int FIRST = 4;

    /// Upper estimates of bytes: to read a number, and to keep one and put it back at the end.
    static final int READ = 6;
    static final int KEEP = 14;

    private final Map<Integer, Integer> slots = new LinkedHashMap<>();

    /// How many numbers wait to be put back.
    int waiting() {
        return slots.size();
    }

    /// Notes that a number will be kept.
    void expect(int place) {
        slots.putIfAbsent(place, FIRST + 2 * slots.size());
    }

    /// Puts a number on the stack.
    void read(CodeBuilder code, int place) {
        Integer slot = slots.get(place);
        if (slot == null) {
            code.aload(FACTORS).loadConstant(place).daload();
        } else {
            code.dload(slot);
        }
    }

    /// Keeps the number on the stack.
    void keep(CodeBuilder code, int place) {
        expect(place);
        code.dstore(slots.getOrDefault(place, FIRST));
    }

    /// Puts all numbers back.
    void flush(CodeBuilder code) {
        slots.forEach((place, slot) -> code.aload(FACTORS).loadConstant(place).dload(slot).dastore());
        slots.clear();
    }

    void forget() {
        slots.clear();
    }
}
