package propria.engine.compile.reaction;

import java.util.SortedMap;
import propria.engine.compile.graph.Node;
import propria.model.problem.SourceLocation;

/// One reaction as nodes.
///
/// @param propensity the rate law
/// @param changes by state, what a turn adds
/// @param needs by state, how many a turn takes, also of what it gives back
public record Turn(String id, SourceLocation place, Node propensity, SortedMap<Integer, Node> changes,
        SortedMap<Integer, Node> needs) {
}
