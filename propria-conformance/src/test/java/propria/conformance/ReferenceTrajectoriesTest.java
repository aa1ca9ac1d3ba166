package propria.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import propria.engine.Method;
import propria.engine.ScheduledChange;
import propria.engine.ScheduledChange.Bolus;
import propria.engine.Tolerances;
import propria.engine.Trajectory;

/// With every mend off the gut follows the independent reference implementation (LSODA, relative tolerance 1e-6) in all
/// its scenarios: relative 1e-3, below a floor absolute.
class ReferenceTrajectoriesTest {

    private static final Path TRAJECTORIES = Project.ROOT
            .resolve("../shared/evidence/mechanism/prototype-trajectories.csv");
    private static final double TOLERANCE = 1e-3;

    /// What each scenario does; its rows are those that begin with `label`.
    enum Scenario {
        HEALTHY("healthy", 0),
        DSS_1_5("DSS1.5_7d", 1.5),
        DSS_2_5("DSS2.5_7d", 2.5),
        DSS_3("DSS3_7d", 3),
        INTRAPERITONEAL("DSS2.5_MSC1e6_IP_d2", 2.5, new Bolus(2, "MSC_peritoneum", 1e6)),
        INTRAVENOUS("DSS2.5_MSC1e6_IV_d2", 2.5, new Bolus(2, "MSC_blood", 1e6)),
        PRIMED("DSS2.5_MSC1e6_IP_d2_primed", 2.5, new Bolus(2, "MSC_peritoneum", 1e6), new Bolus(2, "priming", 1)),
        EXOSOMES("DSS2.5_EV10_IP_d2_4_6", 2.5, new Bolus(2, "EV_peritoneum", 10), new Bolus(4, "EV_peritoneum", 10),
                new Bolus(6, "EV_peritoneum", 10)),
        KNOCK_DOWN("DSS2.5_MSC_IP_d2_TSG6KD", 2.5, new Bolus(2, "MSC_peritoneum", 1e6)),
        HAPTEN("TNBS_like_Hap2", 0, new Bolus(0, "Hapten", 2)),
        CHRONIC("chronic_gRep.8_gKill.5_gTreg.6", 0);

        final String label;
        final double dss;
        final List<ScheduledChange> doses;

        Scenario(String label, double dss, ScheduledChange... doses) {
            this.label = label;
            this.dss = dss;
            this.doses = List.of(doses);
        }

        Map<String, Double> overrides() {
            Map<String, Double> values = new LinkedHashMap<>(Gut.reference());
            if (this == KNOCK_DOWN) {
                values.put("secretome__y_TSG6_MSC", 0.0);
                values.put("secretome__y_TSG6_blood_MSC", 0.0);
            } else if (this == CHRONIC) {
                values.putAll(Map.of("g_repair", 0.8, "g_killing", 0.5, "g_Treg", 0.6));
            }
            return values;
        }

        List<ScheduledChange> changes() {
            List<ScheduledChange> changes = new ArrayList<>(dss > 0 ? Gut.dss(dss, 7) : List.of());
            changes.addAll(doses);
            return changes;
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_gut_without_mends_follows_the_reference(Scenario scenario) {
        List<String> lines = rows();
        List<String> header = List.of(lines.getFirst().split(","));
        Map<String, String> ours = new HashMap<>();
        Project.read(Gut.FOLDER.resolve("prototype-names.tsv")).lines().map(line -> line.split("\t"))
                .filter(cells -> cells[2].equals("state")).forEach(cells -> ours.put(cells[0], cells[1]));
        List<String> states = header.stream().filter(ours::containsKey).toList();
        List<String[]> expected = lines.stream().map(line -> line.split(","))
                .filter(cells -> cells[0].equals(scenario.label)).toList();
        List<Double> times = expected.stream().map(cells -> Double.parseDouble(cells[1])).toList();
        Trajectory trajectory = Gut.simulate(scenario.overrides(), scenario.changes(), times,
                states.stream().map(ours::get).toList(), new Tolerances(1e-8, 1e-10), Method.AUTOMATIC);
        assertThat(states).hasSize(73);
        List<String> apart = new ArrayList<>();
        for (int row = 0; row < times.size(); row++) {
            for (int column = 0; column < states.size(); column++) {
                double wanted = Double.parseDouble(expected.get(row)[header.indexOf(states.get(column))]);
                double found = trajectory.value(row, column);
                double floor = floor(trajectory.outputs().get(column));
                if (Math.abs(found - wanted) > TOLERANCE * Math.max(Math.abs(wanted), floor)) {
                    apart.add(states.get(column) + " day " + times.get(row) + ": " + found + ", reference " + wanted);
                }
            }
        }
        assertThat(apart).isEmpty();
    }

    /// The size below which a value is compared absolutely: the reference's own absolute tolerance acts on counts of
    /// cells, and a fraction or fold is read to three decimals.
    private static double floor(String state) {
        return state.startsWith("MSC_") ? 1e3 : 0.1;
    }

    @Test
    void the_reference_has_these_scenarios_and_no_others() {
        List<String> labels = rows().stream().skip(1).map(line -> line.substring(0, line.indexOf(','))).distinct()
                .toList();
        assertThat(labels).containsExactlyInAnyOrder(
                java.util.Arrays.stream(Scenario.values()).map(scenario -> scenario.label).toArray(String[]::new));
    }

    private static List<String> rows() {
        if (!Files.exists(TRAJECTORIES)) {
            assertThat(Project.isContinuousIntegration()).as("the reference trajectories are required in CI").isFalse();
            Assumptions.abort("SKIPPED: no reference trajectories beside the project");
        }
        return Project.read(TRAJECTORIES).lines().toList();
    }
}
