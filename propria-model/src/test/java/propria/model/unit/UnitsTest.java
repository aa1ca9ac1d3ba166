package propria.model.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

class UnitsTest {

    private static final Units DEFINED = new Units(List.of(define("day", "second", 1, 0, 86400),
            define("per_day", "day", -1, 0, 1), define("ml", "litre", 1, -3, 1), define("cm", "metre", 1, -2, 1),
            define("cubic_cm", "cm", 3, 0, 1)));

    @Test
    void a_definition_may_build_on_another() {
        assertThat(DEFINED.named("per_day").to(Unit.DIMENSIONLESS.over(BaseUnit.SECOND.unit())))
                .isEqualTo(1.0 / 86400, within(1e-20));
        assertThat(DEFINED.named("ml").equivalent(DEFINED.named("cubic_cm"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"newton,kilogram,1,metre,1,second,-2", "joule,newton,1,metre,1,dimensionless,1",
            "watt,joule,1,second,-1,dimensionless,1", "pascal,newton,1,metre,-2,dimensionless,1",
            "volt,watt,1,ampere,-1,dimensionless,1", "ohm,volt,1,ampere,-1,dimensionless,1",
            "siemens,ampere,1,volt,-1,dimensionless,1", "farad,coulomb,1,volt,-1,dimensionless,1",
            "weber,volt,1,second,1,dimensionless,1", "tesla,weber,1,metre,-2,dimensionless,1",
            "henry,weber,1,ampere,-1,dimensionless,1", "coulomb,ampere,1,second,1,dimensionless,1",
            "gray,joule,1,kilogram,-1,dimensionless,1", "katal,mole,1,second,-1,dimensionless,1"})
    void derived_units_are_what_the_si_says(String unit, String a, double i, String b, double j, String c, double k) {
        Unit built = base(a).toThe(i).times(base(b).toThe(j)).times(base(c).toThe(k));
        assertThat(base(unit).equivalent(built)).isTrue();
    }

    @Property
    void roots_undo_powers(@ForAll BaseUnit unit, @ForAll @IntRange(min = 1, max = 6) int power) {
        assertThat(unit.unit().toThe(power).toThe(1.0 / power).equivalent(unit.unit())).isTrue();
    }

    @Property
    void a_quotient_times_its_divisor_is_the_dividend(@ForAll BaseUnit top, @ForAll BaseUnit bottom) {
        assertThat(top.unit().over(bottom.unit()).times(bottom.unit()).equivalent(top.unit())).isTrue();
    }

    @Test
    void what_measures_something_else_cannot_be_converted() {
        assertThatThrownBy(() -> DEFINED.named("day").to(DEFINED.named("ml")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("m^3");
    }

    @Test
    void units_are_named_as_the_model_names_them() {
        assertThat(DEFINED.describe(BaseUnit.SECOND.unit().scaled(86400))).isEqualTo("day");
        assertThat(DEFINED.describe(BaseUnit.MOLE.unit())).isEqualTo("mole");
        assertThat(DEFINED.describe(BaseUnit.MOLE.unit().over(BaseUnit.LITRE.unit()))).isEqualTo("1000 m^-3 mol");
    }

    @Test
    void an_unknown_unit_is_refused_with_the_nearest_known_one() {
        assertThatThrownBy(() -> DEFINED.named("dai")).isInstanceOf(ProblemException.class)
                .hasMessageContaining("M012").hasMessageContaining("did you mean day?");
        assertThat(DEFINED.find("parsec")).isEmpty();
    }

    @Test
    void a_definition_may_rename_the_predefined_unit_that_it_uses() {
        Units units = new Units(List.of(define("second", "second", 1, 0, 60)));
        assertThat(units.named("second").factor()).isEqualTo(60);
    }

    @Test
    void older_spellings_are_understood() {
        assertThat(DEFINED.find("liter")).isEqualTo(DEFINED.find("litre"));
        assertThat(DEFINED.find("meter")).isEqualTo(DEFINED.find("metre"));
    }

    private static Unit base(String name) {
        return BaseUnit.find(name).orElseThrow().unit();
    }

    private static UnitDefinition define(String id, String kind, double exponent, int scale, double multiplier) {
        return new UnitDefinition(id, List.of(new UnitDefinition.Factor(kind, exponent, scale, multiplier)),
                SourceLocation.of("test.ant"));
    }
}
