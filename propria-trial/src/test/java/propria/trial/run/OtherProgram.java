package propria.trial.run;

import java.nio.file.Path;

/// Runs the trials of a study and tells how many people are done, a line each.
final class OtherProgram {

    private OtherProgram() {
    }

    /// @param args the study, then the folder of the run
    public static void main(String[] args) {
        TrialKillTest.run(Path.of(args[0]), Path.of(args[1]), false, new TrialProgress() {
            @Override
            public void begins(TrialStage stage) {
                // only counts are told
            }

            @Override
            public void at(long done, long total) {
                System.out.println(done + " " + total);
            }
        });
    }
}
