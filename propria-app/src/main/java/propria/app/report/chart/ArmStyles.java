package propria.app.report.chart;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.app.report.data.Manifest.Arm;
import propria.app.report.svg.Marker;

/// How each arm looks: colour by its role, and dash and marker too, so that no arm is told by colour alone. A second
/// arm of the same role has the same colour, an open marker and a finer dash.
public final class ArmStyles {

    private final Map<String, Style> styles = new LinkedHashMap<>();

    /// The look of one arm.
    ///
    /// @param css class names of the page's style sheet: the role, and `alt` for a second arm of that role
    /// @param open whether the marker is an outline
    public record Style(String css, Marker marker, boolean open) {

        /// The class names of a marker.
        public String mark() {
            return css + (open ? " mk open" : " mk");
        }
    }

    /// The looks of a study's arms.
    public ArmStyles(List<Arm> arms) {
        Map<String, Integer> seen = new HashMap<>();
        for (Arm arm : arms) {
            int before = seen.merge(role(arm), 1, Integer::sum) - 1;
            styles.put(arm.id(), style(role(arm), before));
        }
    }

    /// The look of the arm with this id.
    public Style of(String arm) {
        return styles.getOrDefault(arm, style("other", 0));
    }

    private static String role(Arm arm) {
        return switch (arm.role()) {
            case "vehicle", "naive_msc", "primed_msc", "exosome", "standard_of_care", "untreated" -> arm.role();
            default -> "other";
        };
    }

    private static Style style(String role, int before) {
        Marker marker = switch (role) {
            case "vehicle" -> Marker.CIRCLE;
            case "naive_msc" -> Marker.SQUARE;
            case "primed_msc" -> Marker.TRIANGLE;
            case "exosome" -> Marker.DIAMOND;
            case "standard_of_care" -> Marker.CROSS;
            default -> Marker.PLUS;
        };
        return new Style(before == 0 ? role : role + " alt" + Math.min(before, 2), marker, before % 2 == 1);
    }
}
