package propria.inference.sample;

/// How far a chain is.
///
/// @param iteration how many iterations are done
/// @param state all that the chain needs to go on; empty before the first
/// @param points the draws; zeros where none is yet
/// @param logDensities of the draws
/// @param divergences kept steps that broke down
public record ChainRecord(int iteration, double[] state, double[][] points, double[] logDensities, int divergences) {

    static ChainRecord empty(int draws, int size) {
        return new ChainRecord(0, new double[0], new double[draws][size], new double[draws], 0);
    }
}
