package propria.formats.sbml.read;

/// The spellings of units.
final class UnitNames {

    private UnitNames() {
    }

    /// The British spelling, which Level 3 has.
    static String of(String name) {
        return switch (name) {
            case "meter" -> "metre";
            case "liter" -> "litre";
            default -> name;
        };
    }
}
