package propria.formats.sedml.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sedml.document.SedOutput;
import propria.formats.sedml.document.SedOutput.Axis;
import propria.formats.sedml.document.SedOutput.Curve;
import propria.formats.sedml.document.SedOutput.DataSet;
import propria.formats.sedml.document.SedOutput.Surface;

/// Reports and plots.
final class OutputReading {

    private static final List<String> REFERENCES = List.of("dataReference", "xDataReference", "yDataReference",
            "zDataReference");

    private OutputReading() {
    }

    static Optional<SedOutput> output(XmlElement element, Fields fields) {
        return switch (element.name()) {
            case "report" -> Optional.of(report(element, fields));
            case "plot2D" -> Optional.of(plane(element, fields));
            case "plot3D" -> Optional.of(space(element, fields));
            default -> {
                fields.leaveOut(element, "reports, plot2D and plot3D are written");
                yield Optional.empty();
            }
        };
    }

    private static SedOutput report(XmlElement element, Fields fields) {
        List<DataSet> sets = new ArrayList<>();
        for (XmlElement set : kept(element, "listOfDataSets", fields)) {
            String data = Fields.text(set, "dataReference");
            String id = Fields.optional(set, "id").orElse(data);
            sets.add(new DataSet(id, Fields.optional(set, "label").orElse(id), data, set.place()));
        }
        return new SedOutput.Report(Fields.id(element), Fields.name(element), sets, element.place());
    }

    private static SedOutput plane(XmlElement element, Fields fields) {
        List<Curve> curves = new ArrayList<>();
        boolean logX = false;
        boolean logY = false;
        for (XmlElement curve : kept(element, "listOfCurves", fields)) {
            if (curve.name().equals("curve")) {
                String y = Fields.text(curve, "yDataReference");
                curves.add(new Curve(Fields.optional(curve, "id").orElse(y), Fields.name(curve),
                        Fields.text(curve, "xDataReference"), y, curve.place()));
                logX |= Fields.flag(curve, "logX", false);
                logY |= Fields.flag(curve, "logY", false);
            } else {
                fields.leaveOut(curve, "curves are drawn, nothing else");
            }
        }
        return new SedOutput.Plot2D(Fields.id(element), Fields.name(element), axis(element, "xAxis", logX),
                axis(element, "yAxis", logY), curves, element.place());
    }

    private static SedOutput space(XmlElement element, Fields fields) {
        List<Surface> surfaces = new ArrayList<>();
        boolean[] log = new boolean[3];
        for (XmlElement surface : kept(element, "listOfSurfaces", fields)) {
            String z = Fields.text(surface, "zDataReference");
            surfaces.add(new Surface(Fields.optional(surface, "id").orElse(z), Fields.name(surface),
                    Fields.text(surface, "xDataReference"), Fields.text(surface, "yDataReference"), z,
                    surface.place()));
            log[0] |= Fields.flag(surface, "logX", false);
            log[1] |= Fields.flag(surface, "logY", false);
            log[2] |= Fields.flag(surface, "logZ", false);
        }
        return new SedOutput.Plot3D(Fields.id(element), Fields.name(element), axis(element, "xAxis", log[0]),
                axis(element, "yAxis", log[1]), axis(element, "zAxis", log[2]), surfaces, element.place());
    }

    /// What does not refer to data that is left out.
    private static List<XmlElement> kept(XmlElement element, String list, Fields fields) {
        List<XmlElement> kept = new ArrayList<>();
        for (XmlElement inner : Fields.inList(element, list)) {
            if (REFERENCES.stream().flatMap(r -> inner.attribute(r).stream()).anyMatch(fields::isLeftOut)) {
                fields.leaveOut(inner, "its data is left out");
            } else {
                kept.add(inner);
            }
        }
        return kept;
    }

    private static Axis axis(XmlElement plot, String name, boolean logarithmic) {
        return plot.first(name)
                .map(axis -> new Axis(Fields.name(axis),
                        logarithmic || axis.attribute("type").filter("log10"::equals).isPresent()))
                .orElse(new Axis(Optional.empty(), logarithmic));
    }
}
