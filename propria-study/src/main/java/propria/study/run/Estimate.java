package propria.study.run;

import propria.study.run.work.Chunks;

/// What a run would take.
///
/// @param simulations how many it would make
/// @param seconds of wall-clock time on this machine, from a few simulations that were measured
/// @param memory of the program at its peak [bytes]; it does not grow with the subjects
/// @param disk the most that finished work and tables take at once [bytes]
public record Estimate(long simulations, double seconds, long memory, long disk) {

    /// The program, its model, and DuckDB while subjects are written: what docs/scale.md measures, rounded up.
    private static final long BASE = 350L << 20;

    /// A row of the table of subjects in Parquet.
    private static final long ROW = 12;

    /// @param drawn how many parameters are drawn
    /// @param visits rows of the table of subjects for each subject and arm
    static Estimate of(StudyPlan plan, double seconds, int threads, int drawn, int visits) {
        Chunks chunks = plan.chunks();
        long perDraw = (long) plan.draws() * (drawn + chunks.columns());
        long working = 4L * threads * chunks.size() * chunks.columns();
        long rows = plan.simulations() * visits;
        return new Estimate(plan.simulations(), seconds, BASE + (perDraw + working) * Double.BYTES,
                chunks.bytes() + 2 * rows * ROW);
    }
}
