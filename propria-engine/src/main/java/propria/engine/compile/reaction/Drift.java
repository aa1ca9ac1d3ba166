package propria.engine.compile.reaction;

import propria.engine.compile.graph.Node;
import propria.model.problem.SourceLocation;

/// A state that has a rate rule.
public record Drift(int state, String id, SourceLocation place, Node rate) {
}
