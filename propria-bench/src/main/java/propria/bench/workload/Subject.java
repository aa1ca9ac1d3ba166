package propria.bench.workload;

import java.util.OptionalDouble;

/// What contenders are asked for and errors are measured in: rows of numbers, a row a time.
///
/// @param name what tables call it
/// @param states how many states the model has
/// @param columns how many numbers a row has
/// @param sizes for each of the first columns, by what it is multiplied to give what solvers control; columns beyond
///        do not count in the error
/// @param floor the absolute tolerance as a share of the relative one; empty where it follows from the sizes of the numbers
public record Subject(String name, int states, int columns, double[] sizes, OptionalDouble floor) {
}
