package propria.model.unit;

/// What a unit can measure that no other base unit can: the seven of the SI, and a count of things.
public enum BaseDimension {
    LENGTH("m"),
    MASS("kg"),
    TIME("s"),
    SUBSTANCE("mol"),
    CURRENT("A"),
    TEMPERATURE("K"),
    LIGHT("cd"),
    /// A count of things, such as cells or molecules (SBML's `item`).
    COUNT("item");

    private final String symbol;

    BaseDimension(String symbol) {
        this.symbol = symbol;
    }

    /// The symbol of its base unit.
    public String symbol() {
        return symbol;
    }
}
