package propria.engine.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import propria.engine.benchmark.MassAction.Reaction;

/// The chemistry of polluted air, 20 species and 25 reactions (Verwer 1994), from the Test Set for Initial Value Problem
/// Solvers.
final class Pollution {

    private static final double[] CONSTANTS = {0.35, 26.6, 12300, 0.00086, 0.00082, 15000, 0.00013, 24000, 16500,
            9000, 0.022, 12000, 1.88, 16300, 4.8e6, 0.00035, 0.0175, 1e8, 4.44e11, 1240, 2.1, 5.78, 0.0474, 1780, 3.12};

    /// Reactants and products of each reaction; light and oxygen are not written.
    private static final String[] REACTIONS = {"1=2 3", "2 4=1", "5 2=6 1", "7=5 5 8", "7=8", "7 6=8 5", "9=10 8 5",
            "9 6=11", "11 2=10 12 1", "11 1=13", "13=11 1", "10 2=14 1", "14=7 5", "1 6=15", "3=4", "4=16", "4=3",
            "16=6 6", "16=3", "17 6=18 5", "19=2", "19=1 3", "1 4=19", "19 1=20", "20=19 1"};

    private static final double[] SOLUTION = {0.5646255480022769e-1, 0.1342484130422339, 0.4139734331099427e-8,
            0.5523140207484359e-2, 0.2018977262302196e-6, 0.1464541863493966e-6, 0.7784249118997964e-1,
            0.3245075353396018, 0.7494013383880406e-2, 0.1622293157301561e-7, 0.1135863833257075e-7,
            0.2230505975721359e-2, 0.2087162882798630e-3, 0.1396921016840158e-4, 0.8964884856898295e-2,
            0.4352846369330103e-17, 0.6899219696263405e-2, 0.1007803037365946e-3, 0.1772146513969984e-5,
            0.5682943292316392e-4};

    private Pollution() {
    }

    static Benchmarks.Benchmark benchmark() {
        List<Reaction> reactions = new ArrayList<>();
        for (int i = 0; i < CONSTANTS.length; i++) {
            String[] sides = REACTIONS[i].split("=");
            reactions.add(new Reaction(CONSTANTS[i], species(sides[0]), species(sides[1])));
        }
        double[] start = new double[20];
        start[1] = 0.2;
        start[3] = 0.04;
        start[6] = 0.1;
        start[7] = 0.3;
        start[8] = 0.01;
        start[16] = 0.007;
        return new Benchmarks.Benchmark("Pollution", new MassAction(20, reactions), start, 60, SOLUTION);
    }

    private static int[] species(String side) {
        return Arrays.stream(side.split(" ")).mapToInt(Integer::parseInt).toArray();
    }
}
