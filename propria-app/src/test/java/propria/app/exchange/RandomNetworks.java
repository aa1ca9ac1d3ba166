package propria.app.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Networks of random shape that can be simulated: bounded rates, two compartments, reactions by mass action, saturation
/// or a function, rules, a piecewise drive, events at given times; the same text for the same seed.
final class RandomNetworks {

    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private final List<String> species;

    private RandomNetworks(long seed) {
        random = new Random(seed);
        species = IntStream.range(0, random.nextInt(2, 6)).mapToObj(i -> "S" + i).toList();
    }

    static String text(long seed) {
        RandomNetworks network = new RandomNetworks(seed);
        network.model();
        return network.lines.stream().collect(Collectors.joining("\n  ",
                "function sat(x, k)\n  x/(k + x)\nend\n\nmodel network()\n  ", "\nend\n"));
    }

    private String number(double low, double high) {
        return String.format(Locale.ROOT, "%.4g", low + (high - low) * random.nextDouble());
    }

    private String any(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void model() {
        lines.add("compartment C, V");
        lines.add("C = " + number(0.5, 2));
        lines.add("V = " + number(0.5, 2));
        species.forEach(s -> lines.add((random.nextInt(3) == 0 ? "substanceOnly " : "") + "species " + s + " in "
                + (random.nextBoolean() ? "C" : "V")));
        species.forEach(s -> lines.add(random.nextInt(4) == 0
                ? s + " = 2*k0 + " + number(0, 2)
                : s + " = " + number(0, 10)));
        lines.add("k0 = " + number(0.1, 1));
        lines.add("level := piecewise(" + number(0.5, 1) + ", time < " + number(1, 4) + ", " + number(0.1, 0.5) + ")");
        lines.add("var gain");
        lines.add("gain = " + number(0.5, 1));
        lines.add("gain' = " + number(0.1, 0.5) + " - 0.4*gain + 0.1*sin(time)");
        int reactions = random.nextInt(2, 8);
        for (int i = 0; i < reactions; i++) {
            reaction("J" + i);
        }
        lines.add("total := " + String.join(" + ", species));
        int events = random.nextInt(0, 3);
        for (int i = 0; i < events; i++) {
            event(i);
        }
    }

    private void reaction(String id) {
        String from = any(species);
        String to = any(species);
        String rate = switch (random.nextInt(5)) {
            case 0 -> "k0*" + from;
            case 1 -> number(0.1, 2) + "*sat(" + from + ", " + number(0.5, 3) + ")";
            case 2 -> number(0.05, 0.5) + "*level*" + from + "*exp(-" + to + "/50)";
            case 3 -> number(0.05, 0.4) + "*gain*" + from + "*max(1, min(" + to + ", 2))";
            default -> number(0.1, 0.6) + "*(" + from + " - " + to + "/2)";
        };
        String stoichiometry = random.nextInt(4) == 0 ? "2 " : "";
        lines.add(switch (random.nextInt(4)) {
            case 0 -> id + ": " + from + " -> ; " + rate;
            case 1 -> id + ": -> " + to + "; " + number(0.1, 1) + "*level";
            default -> id + ": " + from + " -> " + stoichiometry + to + "; " + rate + (stoichiometry.isEmpty()
                    ? ""
                    : "/4");
        });
    }

    private void event(int number) {
        String target = any(species);
        lines.add("at " + (random.nextBoolean() ? number(0.1, 0.7) + " after " : "") + "time > "
                + number(1 + number * 3, 3
                        + number * 3)
                + (random.nextBoolean() ? ", fromTrigger = false" : "") + ": " + target + " = " + target
                + "/2 + " + number(0, 3));
    }
}
