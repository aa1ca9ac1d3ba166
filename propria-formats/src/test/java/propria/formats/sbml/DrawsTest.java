package propria.formats.sbml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import propria.model.expression.Distribution;
import propria.model.expression.Expression;
import propria.model.problem.ProblemException;

/// Random numbers of the package distrib.
class DrawsTest {

    private static Expression assigned(String symbol, String arguments) {
        return SbmlReader.readText("""
                <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"
                  xmlns:distrib="http://www.sbml.org/sbml/level3/version1/distrib/version1" distrib:required="true">
                <model><listOfParameters><parameter id="x" value="0" constant="false"/></listOfParameters>
                <listOfEvents><event id="e" useValuesFromTriggerTime="true">
                <trigger initialValue="true" persistent="true"><math xmlns="http://www.w3.org/1998/Math/MathML">
                <apply><gt/><ci>x</ci><cn>1</cn></apply></math></trigger><listOfEventAssignments>
                <eventAssignment variable="x"><math xmlns="http://www.w3.org/1998/Math/MathML"><apply>
                <csymbol encoding="text" definitionURL="%s"> any </csymbol>%s</apply></math></eventAssignment>
                </listOfEventAssignments></event></listOfEvents></model></sbml>
                """.formatted(symbol, arguments), "draws.xml").events().getFirst().assignments().getFirst().formula();
    }

    @Test
    void a_symbol_of_the_package_is_a_draw() {
        assertThat(assigned("http://www.sbml.org/sbml/symbols/distrib/normal", "<cn>0</cn><ci>x</ci>"))
                .isEqualTo(new Expression.Draw(Distribution.NORMAL,
                        List.of(new Expression.Constant(0), new Expression.Reference("x"))));
    }

    @Test
    void two_further_arguments_are_bounds() {
        assertThat(assigned("http://www.sbml.org/sbml/symbols/distrib/exponential", "<cn>1</cn><cn>2</cn><infinity/>"))
                .isInstanceOfSatisfying(Expression.Draw.class, d -> assertThat(d.arguments()).hasSize(3)
                        .last().isEqualTo(new Expression.Constant(Double.POSITIVE_INFINITY)));
    }

    @Test
    void an_unknown_distribution_and_a_wrong_number_of_arguments_are_refused() {
        assertThatThrownBy(() -> assigned("http://www.sbml.org/sbml/symbols/distrib/zipf", "<cn>1</cn>"))
                .isInstanceOf(ProblemException.class).hasMessageContaining("B111");
        assertThatThrownBy(() -> assigned("http://www.sbml.org/sbml/symbols/distrib/uniform", "<cn>1</cn>"))
                .isInstanceOf(ProblemException.class).hasMessageContaining("B120");
    }
}
