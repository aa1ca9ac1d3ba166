package propria.formats.petab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import propria.formats.petab.math.PetabMath;
import propria.formats.petab.math.PetabText;
import propria.model.expression.Expression;
import propria.model.problem.SourceLocation;

/// Formulas are written so that they are read back equal.
class PetabMathTest {

    private static final SourceLocation PLACE = new SourceLocation("t.tsv", 3, 10);
    private static final String[] NAMES = {"a", "b1", "_c", "time", "true", "1", "2.5e-3", "inf"};
    private static final String[] OPERATORS = {" + ", " - ", "*", " / ", "^", " < ", " >= ", " == ", " && ", " || "};

    private final Random random = new Random(17);

    private String formula(int depth) {
        int choice = random.nextInt(depth <= 0 ? 1 : 6);
        return switch (choice) {
            case 0 -> NAMES[random.nextInt(NAMES.length)];
            case 1 -> "-" + formula(depth - 1);
            case 2 -> "log(" + formula(depth - 1) + ", " + formula(depth - 1) + ")";
            case 3 -> "piecewise(" + formula(depth - 1) + ", " + formula(depth - 1) + ", " + formula(depth - 1) + ")";
            case 4 -> "max(" + formula(depth - 1) + ", sign(" + formula(depth - 1) + "))";
            default ->
                "(" + formula(depth - 1) + OPERATORS[random.nextInt(OPERATORS.length)] + formula(depth - 1) + ")";
        };
    }

    @Test
    void what_is_written_is_read_back_equal() {
        for (int k = 0; k < 2000; k++) {
            Expression read = PetabMath.read(formula(5), PLACE);
            assertThat(PetabMath.read(PetabText.of(read), PLACE)).isEqualTo(read);
        }
    }

    @Test
    void a_mistake_is_shown_at_its_column() {
        assertThatThrownBy(() -> PetabMath.read("a + * b", PLACE)).hasMessageContaining("t.tsv:3:14");
        assertThatThrownBy(() -> PetabMath.read("a ? b", PLACE)).hasMessageContaining("P111");
        assertThatThrownBy(() -> PetabMath.read("(".repeat(500) + "a" + ")".repeat(500), PLACE))
                .hasMessageContaining("P112");
    }
}
