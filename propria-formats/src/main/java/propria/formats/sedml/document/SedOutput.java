package propria.formats.sedml.document;

import java.util.List;
import java.util.Optional;
import propria.model.problem.SourceLocation;

/// What is shown of the data.
public sealed interface SedOutput {

    /// The identifier.
    String id();

    /// The plain name.
    Optional<String> name();

    /// Where it stands.
    SourceLocation place();

    /// A table.
    record Report(String id, Optional<String> name, List<DataSet> dataSets, SourceLocation place)
            implements
                SedOutput {
        public Report {
            dataSets = List.copyOf(dataSets);
        }
    }

    /// A column of a table.
    ///
    /// @param data the id of a data generator
    record DataSet(String id, String label, String data, SourceLocation place) {
    }

    /// Curves in a plane.
    record Plot2D(String id, Optional<String> name, Axis x, Axis y, List<Curve> curves, SourceLocation place)
            implements
                SedOutput {
        public Plot2D {
            curves = List.copyOf(curves);
        }
    }

    /// An axis.
    ///
    /// @param label what stands beside it
    record Axis(Optional<String> label, boolean logarithmic) {

        /// A linear axis without a label.
        public static final Axis PLAIN = new Axis(Optional.empty(), false);
    }

    /// A curve.
    ///
    /// @param x the id of a data generator
    /// @param y the id of a data generator
    record Curve(String id, Optional<String> name, String x, String y, SourceLocation place) {
    }

    /// Surfaces in space.
    record Plot3D(String id, Optional<String> name, Axis x, Axis y, Axis z, List<Surface> surfaces,
            SourceLocation place) implements SedOutput {
        public Plot3D {
            surfaces = List.copyOf(surfaces);
        }
    }

    /// A surface.
    ///
    /// @param x the id of a data generator
    /// @param y the id of a data generator
    /// @param z the id of a data generator
    record Surface(String id, Optional<String> name, String x, String y, String z, SourceLocation place) {
    }
}
