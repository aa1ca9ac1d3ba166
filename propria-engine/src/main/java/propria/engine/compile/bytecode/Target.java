package propria.engine.compile.bytecode;

import propria.engine.compile.graph.Node;

/// A result: the value of `node` goes to `place` of the output array.
public record Target(Node node, int place) {
}
