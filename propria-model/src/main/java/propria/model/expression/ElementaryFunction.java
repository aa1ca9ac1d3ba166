package propria.model.expression;

/// The functions that every model may call: those of SBML Level 3 Version 2 MathML. Angles are in radians.
public enum ElementaryFunction {
    ABS("abs", 1, 1),
    EXP("exp", 1, 1),
    LN("ln", 1, 1),
    LOG10("log10", 1, 1),
    /// `log(base, x)`
    LOG("log", 2, 2),
    SQRT("sqrt", 1, 1),
    /// `root(degree, x)`
    ROOT("root", 2, 2),
    FLOOR("floor", 1, 1),
    CEILING("ceil", 1, 1),
    FACTORIAL("factorial", 1, 1),
    /// Integer quotient, towards zero.
    QUOTIENT("quotient", 2, 2),
    /// Remainder with the sign of the dividend.
    REMAINDER("rem", 2, 2),
    MINIMUM("min", 1, Integer.MAX_VALUE),
    MAXIMUM("max", 1, Integer.MAX_VALUE),
    SIN("sin", 1, 1),
    COS("cos", 1, 1),
    TAN("tan", 1, 1),
    SEC("sec", 1, 1),
    CSC("csc", 1, 1),
    COT("cot", 1, 1),
    SINH("sinh", 1, 1),
    COSH("cosh", 1, 1),
    TANH("tanh", 1, 1),
    SECH("sech", 1, 1),
    CSCH("csch", 1, 1),
    COTH("coth", 1, 1),
    ARCSIN("arcsin", 1, 1),
    ARCCOS("arccos", 1, 1),
    ARCTAN("arctan", 1, 1),
    ARCSEC("arcsec", 1, 1),
    ARCCSC("arccsc", 1, 1),
    ARCCOT("arccot", 1, 1),
    ARCSINH("arcsinh", 1, 1),
    ARCCOSH("arccosh", 1, 1),
    ARCTANH("arctanh", 1, 1),
    ARCSECH("arcsech", 1, 1),
    ARCCSCH("arccsch", 1, 1),
    ARCCOTH("arccoth", 1, 1);

    private final String text;
    private final int fewest;
    private final int most;

    ElementaryFunction(String text, int fewest, int most) {
        this.text = text;
        this.fewest = fewest;
        this.most = most;
    }

    /// The name in formulas.
    public String text() {
        return text;
    }

    /// Whether the function takes this many arguments.
    public boolean takes(int count) {
        return count >= fewest && count <= most;
    }

    void checkArity(int count) {
        if (!takes(count)) {
            throw new IllegalArgumentException(text + " takes " + fewest + " arguments, not " + count);
        }
    }
}
