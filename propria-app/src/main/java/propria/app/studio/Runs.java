package propria.app.studio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import propria.app.report.data.RunMode;
import propria.app.report.trial.TrialReport;
import propria.app.run.StudyWork;
import propria.app.studio.job.Job;
import propria.app.studio.job.Jobs;
import propria.app.studio.workspace.Protocol;
import propria.study.Study;
import propria.study.run.RunOptions;
import propria.study.run.RunResult;
import propria.study.run.StudyRunner;
import propria.trial.design.TrialDesign;
import propria.trial.file.TrialFile;
import propria.trial.run.TrialProgress;
import propria.trial.run.TrialRunOptions;
import propria.trial.run.TrialRunResult;
import propria.trial.run.TrialRunner;
import propria.trial.run.TrialStage;

/// Asks for runs. Each says in its folder whether it was free play or a plan that was frozen before.
record Runs(Laboratory laboratory) {

    /// Asks for the run of a study, or of its trial when it is one.
    ///
    /// @param number of draws, of a trial of trials; 0 for as many as the study says
    Job start(String name, int number) {
        Study study = laboratory.study(name);
        Optional<TrialDesign> design = TrialFile.read(laboratory.workspace().existingStudy(name));
        RunMode mode = mode(name, number, design.map(TrialDesign::trials).orElse(study.uncertainty().draws()));
        Path folder = laboratory.workspace().newRun(name);
        boolean resume = Files.isRegularFile(StudyRunner.checkpointOf(folder));
        return design.isPresent()
                ? laboratory.jobs().start("trial", name,
                        watch -> trial(study, design.get(), number, folder, resume, mode, watch))
                : laboratory.jobs().start("study", name, watch -> study(study, number, folder, resume, mode, watch));
    }

    private Jobs.Finished study(Study study, int draws, Path folder, boolean resume, RunMode mode, Jobs.Watch watch) {
        FirstLook.begin(study, laboratory.models(), draws > 0 ? draws : study.uncertainty().draws(), watch);
        RunResult result = StudyRunner.run(study, new RunOptions(OptionalLong.empty(), Laboratory.threads(),
                draws > 0 ? OptionalInt.of(draws) : OptionalInt.empty(), Optional.of(folder), resume, false,
                watch::at));
        mode.write(folder);
        StudyWork.finish(folder, study, laboratory.library(), Laboratory.threads());
        return new Jobs.Finished(String.valueOf(folder.getFileName()), result.summaryHash());
    }

    private Jobs.Finished trial(Study study, TrialDesign design, int trials, Path folder, boolean resume, RunMode mode,
            Jobs.Watch watch) {
        TrialRunResult result = TrialRunner.run(study, design, laboratory.library(), new TrialRunOptions(folder,
                OptionalLong.empty(), trials > 0 ? OptionalInt.of(trials) : OptionalInt.empty(), Laboratory.threads(),
                resume, new Watched(watch, () -> FirstLook.power(folder, design, watch))));
        mode.write(folder);
        TrialReport.write(folder);
        return new Jobs.Finished(String.valueOf(folder.getFileName()), result.hash());
    }

    /// @param look what to do when trials on a set of courses are finished and those on the next begin
    private record Watched(Jobs.Watch watch, Runnable look) implements TrialProgress {
        @Override
        public void begins(TrialStage stage) {
            watch.says(stage.words());
            if (stage == TrialStage.TRYING) {
                look.run();
            }
        }

        @Override
        public void at(long done, long total) {
            watch.at(done, total);
        }
    }

    /// The mode of a run that begins now.
    private RunMode mode(String name, int number, int planned) {
        Protocol protocol = laboratory.protocol(name);
        String text = laboratory.versions(name).state().text();
        Optional<Protocol.Entry> plan = protocol.state().holding();
        if (plan.isEmpty()) {
            return new RunMode(false, "", "", Protocol.now(), List.of());
        }
        List<String> deviations = new ArrayList<>(protocol.deviations(text));
        if (number > 0 && number != planned) {
            deviations.add(number + " draws or trials instead of the " + planned + " of the plan");
        }
        if (!plan.get().note().isEmpty()) {
            deviations.add(plan.get().note());
        }
        return new RunMode(true, plan.get().sha256(), plan.get().at(), Protocol.now(), deviations);
    }
}
