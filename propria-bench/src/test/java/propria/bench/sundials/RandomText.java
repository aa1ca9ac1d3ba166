package propria.bench.sundials;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Random models as Antimony text: species as amounts and concentrations in three compartments, one of which grows, rules
/// upon rules, functions, local parameters, reactions and rate rules.
final class RandomText {

    private final SplittableRandom random;
    private final List<String> names = new ArrayList<>();

    RandomText(long seed) {
        random = new SplittableRandom(seed);
    }

    String model() {
        StringBuilder text = new StringBuilder("function hill(x, k, n)\n  x^n / (k^n + x^n)\nend\nmodel random\n");
        text.append("  compartment one = 1, V = 2.5, W\n  W = 1.2\n  W' = 0.1\n");
        for (int k = 0; k < 5; k++) {
            text.append("  k").append(k).append(" = ").append(random.nextDouble(0.3, 2)).append("\n");
            names.add("k" + k);
        }
        for (int k = 0; k < 6; k++) {
            String home = List.of("one", "V", "W").get(random.nextInt(3));
            text.append(random.nextBoolean() ? "  species S" : "  substanceOnly species S").append(k).append(" in ")
                    .append(home).append(" = ").append(random.nextDouble(0.2, 2)).append("\n");
            names.add("S" + k);
        }
        text.append("  species $B in V\n  B = 0.7\n  x = 0.4\n");
        names.addAll(List.of("B", "x"));
        for (int k = 0; k < 6; k++) {
            text.append("  r").append(k).append(" := ").append(formula(3)).append("\n");
            names.add("r" + k);
        }
        for (int k = 0; k < 8; k++) {
            text.append("  R").append(k).append(": ").append(1 + random.nextInt(2)).append(" S")
                    .append(random.nextInt(6)).append(" -> S").append(random.nextInt(6)).append("; ")
                    .append(formula(3)).append("\n");
            names.add("R" + k);
        }
        return text.append("  x' = ").append(formula(3)).append("\nend\n").toString();
    }

    private String formula(int depth) {
        if (depth == 0) {
            return leaf();
        }
        String a = formula(depth - 1);
        String b = formula(depth - 1);
        return switch (random.nextInt(11)) {
            case 0 -> "(" + a + " + " + b + " * " + leaf() + ")";
            case 1 -> "tanh(" + a + ") * tanh(" + b + ")";
            case 2 -> "((" + a + ") - 2 * " + b + ")";
            case 3 -> "(" + b + ") / (1.5 + (" + a + ")^2)";
            case 4 -> "(1.5 + tanh(" + a + "))^" + random.nextInt(-3, 9);
            case 5 -> "(1.5 + tanh(" + a + "))^tanh(" + b + ")";
            case 6 -> "ln(1.5 + (" + a + ")^2) * exp(sin(tanh(" + b + ")))";
            case 7 -> "hill(1.2 + tanh(" + a + "), k0, 1 + k1)";
            case 8 -> "max(cos(tanh(" + a + ")), arctan(" + b + "))";
            case 9 -> "sqrt(1.1 + sin(tanh(" + a + "))) + min(" + b + ", k2)";
            default ->
                "piecewise(tanh(" + a + "), " + leaf() + " > " + leaf() + " && " + leaf() + " < k3, tanh(" + b + "))";
        };
    }

    private String leaf() {
        return switch (random.nextInt(9)) {
            case 0 -> Integer.toString(random.nextInt(1, 5));
            case 1 -> "time";
            default -> names.get(random.nextInt(names.size()));
        };
    }
}
