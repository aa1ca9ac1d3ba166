package propria.model.unit;

import static propria.model.unit.BaseDimension.COUNT;
import static propria.model.unit.BaseDimension.CURRENT;
import static propria.model.unit.BaseDimension.LENGTH;
import static propria.model.unit.BaseDimension.LIGHT;
import static propria.model.unit.BaseDimension.MASS;
import static propria.model.unit.BaseDimension.SUBSTANCE;
import static propria.model.unit.BaseDimension.TEMPERATURE;
import static propria.model.unit.BaseDimension.TIME;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The units that every model may name: the predefined ones of SBML Level 3 Version 2 Core, table 2 in section 4.4.2.
/// The older spellings `meter` and `liter` are understood too.
public enum BaseUnit {
    AMPERE(1, power(CURRENT, 1)),
    /// The number of things in a mole, as SBML Level 3 fixes it.
    AVOGADRO(6.02214179e23, Dimension.NONE),
    BECQUEREL(1, power(TIME, -1)),
    CANDELA(1, power(LIGHT, 1)),
    COULOMB(1, power(CURRENT, 1).times(power(TIME, 1))),
    DIMENSIONLESS(1, Dimension.NONE),
    FARAD(1, electric(-1, -2, 4, 2)),
    GRAM(1e-3, power(MASS, 1)),
    GRAY(1, mechanical(0, 2, -2)),
    HENRY(1, electric(1, 2, -2, -2)),
    HERTZ(1, power(TIME, -1)),
    ITEM(1, power(COUNT, 1)),
    JOULE(1, mechanical(1, 2, -2)),
    KATAL(1, power(SUBSTANCE, 1).times(power(TIME, -1))),
    KELVIN(1, power(TEMPERATURE, 1)),
    KILOGRAM(1, power(MASS, 1)),
    LITRE(1e-3, power(LENGTH, 3)),
    LUMEN(1, power(LIGHT, 1)),
    LUX(1, power(LIGHT, 1).times(power(LENGTH, -2))),
    METRE(1, power(LENGTH, 1)),
    MOLE(1, power(SUBSTANCE, 1)),
    NEWTON(1, mechanical(1, 1, -2)),
    OHM(1, electric(1, 2, -3, -2)),
    PASCAL(1, mechanical(1, -1, -2)),
    RADIAN(1, Dimension.NONE),
    SECOND(1, power(TIME, 1)),
    SIEMENS(1, electric(-1, -2, 3, 2)),
    SIEVERT(1, mechanical(0, 2, -2)),
    STERADIAN(1, Dimension.NONE),
    TESLA(1, electric(1, 0, -2, -1)),
    VOLT(1, electric(1, 2, -3, -1)),
    WATT(1, mechanical(1, 2, -3)),
    WEBER(1, electric(1, 2, -2, -1));

    private static final Map<String, BaseUnit> OLDER_SPELLINGS = Map.of("meter", METRE, "liter", LITRE);

    private final Unit unit;

    BaseUnit(double factor, Dimension dimension) {
        this.unit = new Unit(factor, dimension);
    }

    /// The unit.
    public Unit unit() {
        return unit;
    }

    /// The name in models.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The unit of a name, when there is one.
    public static Optional<BaseUnit> find(String name) {
        for (BaseUnit unit : values()) {
            if (unit.text().equals(name)) {
                return Optional.of(unit);
            }
        }
        return Optional.ofNullable(OLDER_SPELLINGS.get(name));
    }

    /// All names, in the order of the alphabet.
    public static SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        for (BaseUnit unit : values()) {
            names.add(unit.text());
        }
        return names;
    }

    private static Dimension power(BaseDimension base, double exponent) {
        return Dimension.of(base).toThe(exponent);
    }

    private static Dimension mechanical(int mass, int length, int time) {
        return power(MASS, mass).times(power(LENGTH, length)).times(power(TIME, time));
    }

    private static Dimension electric(int mass, int length, int time, int current) {
        return mechanical(mass, length, time).times(power(CURRENT, current));
    }
}
