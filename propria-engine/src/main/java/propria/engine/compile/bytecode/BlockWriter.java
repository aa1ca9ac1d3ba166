package propria.engine.compile.bytecode;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import propria.engine.compile.graph.Intrinsic;
import propria.engine.compile.graph.Node;
import propria.engine.compile.graph.Operation;

/// Writes the instructions of one block as the body of a static method with the arguments of [Kernel#run].
final class BlockWriter {

    static final int T = 0;
    static final int Y = 2;
    static final int P = 3;
    static final int SCRATCH = 4;
    static final int OUT = 5;
    static final int FIRST_LOCAL = 6;

    private static final ClassDesc DOUBLE = ConstantDescs.CD_double;
    private static final MethodTypeDesc ONE_NUMBER = MethodTypeDesc.of(DOUBLE, DOUBLE);
    private static final MethodTypeDesc TWO_NUMBERS = MethodTypeDesc.of(DOUBLE, DOUBLE, DOUBLE);

    private final CodeBuilder code;
    private final Plan plan;
    private final Memory memory;
    private final Map<Node, Integer> locals = new HashMap<>();
    private int nextLocal = FIRST_LOCAL;

    BlockWriter(CodeBuilder code, Plan plan, Memory memory) {
        this.code = code;
        this.plan = plan;
        this.memory = memory;
    }

    void write(List<Plan.Step> block) {
        loadWhatIsReadTwice(block);
        for (Plan.Step step : block) {
            if (step.keeps()) {
                keep(step.node());
            } else {
                code.aload(OUT).loadConstant(step.place());
                value(step.node());
                code.dastore();
            }
        }
        code.return_();
    }

    private void loadWhatIsReadTwice(List<Plan.Step> block) {
        Map<Node, Integer> reads = new LinkedHashMap<>();
        for (Plan.Step step : block) {
            plan.reads(step).forEach(node -> reads.merge(node, 1, Integer::sum));
        }
        block.stream().filter(Plan.Step::keeps).forEach(step -> reads.remove(step.node()));
        reads.forEach((node, count) -> {
            if (count > 1 && !node.isConstant() && node.operation() != Operation.TIME) {
                read(node);
                code.dstore(newLocal(node));
            }
        });
    }

    private int newLocal(Node node) {
        int local = nextLocal;
        nextLocal += 2;
        locals.put(node, local);
        return local;
    }

    private void keep(Node node) {
        compute(node);
        int place = plan.scratchPlace(node);
        int local = newLocal(node);
        code.dstore(local);
        if (place >= 0) {
            code.aload(SCRATCH).loadConstant(place).dload(local).dastore();
        }
    }

    private OptionalInt local(Node node) {
        Integer local = locals.get(node);
        return local == null ? OptionalInt.empty() : OptionalInt.of(local);
    }

    /// Leaves the value of `node` on the stack.
    private void value(Node node) {
        if (plan.isRead(node)) {
            read(node);
        } else {
            compute(node);
        }
    }

    private void read(Node node) {
        OptionalInt local = local(node);
        if (local.isPresent()) {
            code.dload(local.getAsInt());
            return;
        }
        Integer prepared = memory.prepared().get(node);
        if (prepared != null) {
            code.aload(P).loadConstant(prepared).daload();
            return;
        }
        switch (node.operation()) {
            case CONSTANT -> code.loadConstant(node.value());
            case TIME -> code.dload(T);
            case STATE -> code.aload(Y).loadConstant(node.index()).daload();
            case PARAMETER, DELAYED -> code.aload(P).loadConstant(node.index()).daload();
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, CALL, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, AND, OR,
                    EXCLUSIVE_OR, NOT, SELECT ->
                code.aload(SCRATCH).loadConstant(plan.scratchPlace(node)).daload();
        }
    }

    private void compute(Node node) {
        switch (node.operation()) {
            case CONSTANT, TIME, STATE, PARAMETER, DELAYED -> read(node);
            case ADD -> operands(node).dadd();
            case SUBTRACT -> operands(node).dsub();
            case MULTIPLY -> operands(node).dmul();
            case DIVIDE -> operands(node).ddiv();
            case NEGATE -> operands(node).dneg();
            case CALL -> call(node);
            case SELECT -> select(node);
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, AND, OR, EXCLUSIVE_OR, NOT -> truth(node);
        }
    }

    private CodeBuilder operands(Node node) {
        for (int k = 0; k < node.operandCount(); k++) {
            value(node.operand(k));
        }
        return code;
    }

    private void call(Node node) {
        Intrinsic function = node.intrinsic();
        operands(node).invokestatic(function.owner().describeConstable().orElseThrow(), function.method(),
                function.arity() == 1 ? ONE_NUMBER : TWO_NUMBERS);
    }

    private void select(Node node) {
        Label otherwise = code.newLabel();
        Label end = code.newLabel();
        jumpUnless(node.operand(0), otherwise);
        value(node.operand(1));
        code.goto_(end).labelBinding(otherwise);
        value(node.operand(2));
        code.labelBinding(end);
    }

    private void truth(Node node) {
        Label otherwise = code.newLabel();
        Label end = code.newLabel();
        jumpUnlessComputed(node, otherwise);
        code.dconst_1().goto_(end).labelBinding(otherwise).dconst_0().labelBinding(end);
    }

    /// Goes on where the condition is true, else jumps.
    private void jumpUnless(Node condition, Label target) {
        if (plan.isRead(condition) || !condition.operation().isLogical()) {
            value(condition);
            code.dconst_0().dcmpl().ifeq(target);
        } else {
            jumpUnlessComputed(condition, target);
        }
    }

    private void jumpUnlessComputed(Node node, Label target) {
        switch (node.operation()) {
            case EQUAL -> operands(node).dcmpl().ifne(target);
            case NOT_EQUAL -> operands(node).dcmpl().ifeq(target);
            case LESS -> operands(node).dcmpg().ifge(target);
            case LESS_OR_EQUAL -> operands(node).dcmpg().ifgt(target);
            case EXCLUSIVE_OR -> operands(node).dcmpl().ifeq(target);
            case AND -> {
                jumpUnless(node.operand(0), target);
                jumpUnless(node.operand(1), target);
            }
            case OR -> {
                Label second = code.newLabel();
                Label end = code.newLabel();
                jumpUnless(node.operand(0), second);
                code.goto_(end).labelBinding(second);
                jumpUnless(node.operand(1), target);
                code.labelBinding(end);
            }
            case NOT -> {
                Label holds = code.newLabel();
                jumpUnless(node.operand(0), holds);
                code.goto_(target).labelBinding(holds);
            }
            case CONSTANT, TIME, STATE, PARAMETER, DELAYED, ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, CALL, SELECT ->
                throw new IllegalArgumentException(node + " is no truth value");
        }
    }
}
