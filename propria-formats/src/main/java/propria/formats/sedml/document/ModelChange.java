package propria.formats.sedml.document;

import propria.model.problem.SourceLocation;

/// A change of a model's text. Targets are XPath expressions into the text of the model.
public sealed interface ModelChange {

    /// What is changed, an XPath expression.
    String target();

    /// Where the change stands.
    SourceLocation place();

    /// An attribute gets a new value (`changeAttribute`).
    record Attribute(String target, String value, SourceLocation place) implements ModelChange {
    }

    /// Elements are added at the end of the target (`addXML`).
    ///
    /// @param xml the elements, one after another, each with its namespace
    record Add(String target, String xml, SourceLocation place) implements ModelChange {
    }

    /// Elements take the place of the target (`changeXML`).
    ///
    /// @param xml the elements, one after another, each with its namespace
    record Replace(String target, String xml, SourceLocation place) implements ModelChange {
    }

    /// The target goes (`removeXML`).
    record Remove(String target, SourceLocation place) implements ModelChange {
    }

    /// The target gets a computed value (`computeChange`).
    record Compute(String target, Computation computation, SourceLocation place) implements ModelChange {
    }
}
