package propria.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import propria.app.experiment.output.SurfacePlot;
import propria.formats.sedml.document.SedOutput.Axis;
import propria.formats.sedml.document.SedOutput.Plot3D;
import propria.formats.sedml.document.SedOutput.Surface;
import propria.model.problem.SourceLocation;

class SurfacePlotTest {

    private static final SourceLocation HERE = SourceLocation.of("test.sedml");
    private static final Experiment BASE = Experiments.run(Experiments.DECAY,
            "<uniformTimeCourse id=\"course\" initialTime=\"0\" outputStartTime=\"0\" outputEndTime=\"1\" "
                    + "numberOfSteps=\"1\"/>",
            "<task id=\"one\" modelReference=\"m\" simulationReference=\"course\"/>", "one");

    private static String drawn(Data x, Data y, Data z, boolean logarithmic) {
        var data = new LinkedHashMap<>(Map.of("x", x, "y", y, "z", z));
        Experiment experiment = new Experiment(BASE.document(), data, BASE.warnings(), BASE.simulations());
        Axis axis = new Axis(Optional.of("height <z>"), logarithmic);
        return SurfacePlot.of(new Plot3D("p", Optional.of("A title"), Axis.PLAIN, Axis.PLAIN, axis,
                List.of(new Surface("s", Optional.of("the surface"), "x", "y", "z", HERE)), HERE), experiment);
    }

    private static Data turns(double[]... rows) {
        return new Data.Turns(Arrays.stream(rows).map(r -> (Data) new Data.Course(r)).toList());
    }

    private static long cells(String picture) {
        return Pattern.compile("<path class=\"m s0 v\\d+\"").matcher(picture).results().count();
    }

    @Test
    void turns_and_their_values_make_a_mesh_coloured_from_lowest_to_highest() {
        String picture = drawn(new Data.Course(new double[]{0, 1, 2}), turns(new double[]{1}, new double[]{2}),
                turns(new double[]{0, 1, 8}, new double[]{0, 1, 8}), false);
        assertThat(cells(picture)).isEqualTo(2);
        assertThat(picture).contains("\"m s0 v1\"", "\"m s0 v9\"", "A title", "height &lt;z&gt;", "the surface")
                .doesNotContain("NaN", "without a place");
    }

    @Test
    void turns_within_turns_of_one_value_each_make_a_mesh_too() {
        Data rows = new Data.Turns(List.of(turns(new double[]{1}, new double[]{2}, new double[]{3}),
                turns(new double[]{4}, new double[]{5}, new double[]{6})));
        assertThat(cells(drawn(rows, rows, rows, false))).isEqualTo(2);
    }

    @Test
    void a_single_course_is_a_line() {
        Data course = new Data.Course(new double[]{1, 2, 3});
        String picture = drawn(course, course, course, false);
        assertThat(cells(picture)).isZero();
        assertThat(picture).contains("<path class=\"c s0\"");
    }

    @Test
    void points_without_a_place_are_counted_and_nothing_is_drawn_through_them() {
        Data x = turns(new double[]{0, 1, 2}, new double[]{0, 1, 2});
        Data y = turns(new double[]{0, 0, 0}, new double[]{1, 1, 1});
        String picture = drawn(x, y, turns(new double[]{0, 1, 2}, new double[]{Double.NaN, 10, 20}), true);
        assertThat(cells(picture)).isEqualTo(1);
        assertThat(picture).contains("2 points without a place on the axes").doesNotContain("NaN");
    }

    @Test
    void a_large_mesh_is_thinned_and_says_so_and_an_empty_one_is_drawn() {
        double[] row = IntStream.range(0, 500).asDoubleStream().toArray();
        double[][] rows = IntStream.range(0, 200).mapToObj(_ -> row).toArray(double[][]::new);
        String picture = drawn(turns(rows), turns(rows), turns(rows), false);
        assertThat(cells(picture)).isEqualTo(63 * 63);
        assertThat(picture).contains("some lines of the mesh left out");
        Data none = new Data.Course(new double[0]);
        assertThat(drawn(none, none, none, true)).contains("A title").doesNotContain("NaN");
    }
}
