package propria.formats.sedml.write;

import propria.formats.sbml.xml.XmlElement;
import propria.formats.sedml.document.SedOutput;
import propria.formats.sedml.document.SedOutput.Axis;

/// The elements of outputs.
final class OutputNodes {

    private final Nodes nodes;
    private final boolean axes;

    /// @param version before 4, curves and surfaces say themselves whether their axes are logarithmic
    OutputNodes(Nodes nodes, int version) {
        this.nodes = nodes;
        this.axes = version >= 4;
    }

    XmlElement output(SedOutput output) {
        return switch (output) {
            case SedOutput.Report report -> report(report);
            case SedOutput.Plot2D plot -> plane(plot);
            case SedOutput.Plot3D plot -> space(plot);
        };
    }

    private XmlElement report(SedOutput.Report report) {
        XmlElement node = nodes.node("report", "id", report.id(), "name", Nodes.text(report.name()));
        report.dataSets().forEach(set -> nodes.list(node, "listOfDataSets").content().add(
                nodes.node("dataSet", "id", set.id(), "label", set.label(), "dataReference", set.data())));
        return node;
    }

    private XmlElement plane(SedOutput.Plot2D plot) {
        XmlElement node = nodes.node("plot2D", "id", plot.id(), "name", Nodes.text(plot.name()));
        axis(node, "xAxis", plot.x());
        axis(node, "yAxis", plot.y());
        for (SedOutput.Curve curve : plot.curves()) {
            XmlElement inner = nodes.node("curve", "id", curve.id(), "name", Nodes.text(curve.name()));
            logarithmic(inner, "logX", plot.x());
            logarithmic(inner, "logY", plot.y());
            inner.set("xDataReference", curve.x());
            inner.set("yDataReference", curve.y());
            nodes.list(node, "listOfCurves").content().add(inner);
        }
        return node;
    }

    private XmlElement space(SedOutput.Plot3D plot) {
        XmlElement node = nodes.node("plot3D", "id", plot.id(), "name", Nodes.text(plot.name()));
        axis(node, "xAxis", plot.x());
        axis(node, "yAxis", plot.y());
        axis(node, "zAxis", plot.z());
        for (SedOutput.Surface surface : plot.surfaces()) {
            XmlElement inner = nodes.node("surface", "id", surface.id(), "name", Nodes.text(surface.name()));
            logarithmic(inner, "logX", plot.x());
            logarithmic(inner, "logY", plot.y());
            logarithmic(inner, "logZ", plot.z());
            inner.set("xDataReference", surface.x());
            inner.set("yDataReference", surface.y());
            inner.set("zDataReference", surface.z());
            nodes.list(node, "listOfSurfaces").content().add(inner);
        }
        return node;
    }

    private void axis(XmlElement plot, String name, Axis axis) {
        if (axes) {
            plot.content().add(nodes.node(name, "name", Nodes.text(axis.label()), "type",
                    axis.logarithmic() ? "log10" : "linear"));
        }
    }

    private void logarithmic(XmlElement node, String name, Axis axis) {
        if (!axes) {
            node.set(name, Boolean.toString(axis.logarithmic()));
        }
    }
}
