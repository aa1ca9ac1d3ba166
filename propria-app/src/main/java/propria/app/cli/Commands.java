package propria.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import propria.app.cli.command.CheckCommand;
import propria.app.cli.command.Command;
import propria.app.cli.command.ConformCommand;
import propria.app.cli.command.DoctorCommand;
import propria.app.cli.command.ExplainCommand;
import propria.app.cli.command.ListCommand;
import propria.app.cli.command.NewCommand;
import propria.app.cli.command.ReportCommand;
import propria.app.cli.command.RunCommand;
import propria.app.cli.command.SimulateCommand;
import propria.app.cli.command.SourcesCommand;
import propria.app.cli.estimation.FitCommand;
import propria.app.cli.estimation.ProfileCommand;
import propria.app.cli.estimation.SampleCommand;
import propria.app.cli.exchange.ConvertCommand;
import propria.app.cli.exchange.ExportCommand;
import propria.app.cli.patients.PatientsCommand;
import propria.app.cli.retraction.RetractCommand;
import propria.app.cli.runs.CompareCommand;
import propria.app.cli.runs.DiffCommand;
import propria.app.cli.runs.TrialCommand;
import propria.app.cli.runs.VerifyCommand;
import propria.app.cli.studio.StudioCommand;
import propria.app.cli.terminal.Terminal;
import propria.app.cli.validation.CalibrateCommand;
import propria.app.cli.validation.ValidateCommand;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// What there is to do, in the order in which help shows it.
final class Commands {

    /// A command that is made only when it was asked for.
    record Entry(String usage, String purpose, Supplier<Command> maker) {
    }

    private static final Map<String, Entry> ALL = new LinkedHashMap<>();

    static {
        ALL.put("run", new Entry("run STUDY", "simulate a study, write a run folder", RunCommand::new));
        ALL.put("check", new Entry("check STUDY|MODEL…", "look for mistakes; nothing is simulated", CheckCommand::new));
        ALL.put("explain", new Entry("explain NAME|CODE", "a quantity, its reactions and sources; or an error code",
                ExplainCommand::new));
        ALL.put("list", new Entry("list KIND", "studies, models, products, endpoints, sources or parameters",
                ListCommand::new));
        ALL.put("new", new Entry("new DIR --from STUDY", "a copy of a study to edit", NewCommand::new));
        ALL.put("simulate",
                new Entry("simulate MODEL", "simulate one model file, write a table", SimulateCommand::new));
        ALL.put("convert", new Entry("convert IN OUT", "between Antimony, SBML, SED-ML, COMBINE archives and PEtab",
                ConvertCommand::new));
        ALL.put("export",
                new Entry("export STUDY --to KIND", "a study as Antimony, SBML, SED-ML, COMBINE archive or CSV",
                        ExportCommand::new));
        ALL.put("fit",
                new Entry("fit PROBLEM.yaml --out DIR", "the best parameters of a PEtab problem", FitCommand::new));
        ALL.put("profile",
                new Entry("profile PROBLEM.yaml --out DIR", "how far its parameters and predictions can move",
                        ProfileCommand::new));
        ALL.put("sample", new Entry("sample PROBLEM.yaml --out DIR", "draw from its posterior", SampleCommand::new));
        ALL.put("conform", new Entry("conform SUITE DIR", "run a folder of official test cases", ConformCommand::new));
        ALL.put("calibrate", new Entry("calibrate", "estimate the free parameters from the evidence that ships",
                CalibrateCommand::new));
        ALL.put("validate", new Entry("validate --preclinical DIR", "predict every row of an evidence table, score it",
                ValidateCommand::new));
        ALL.put("patients",
                new Entry("patients POPULATION", "virtual patients as trials describe theirs, by three methods",
                        PatientsCommand::new));
        ALL.put("vpop", new Entry("vpop POPULATION", "the same as patients", PatientsCommand::new));
        ALL.put("sources", new Entry("sources ACTION", "the ledger of evidence: list, show, import, propose, status, …",
                SourcesCommand::new));
        ALL.put("bench", new Entry("bench [NAME…]", "how fast, beside CVODE and others, at equal error",
                Commands::comparisons));
        ALL.put("retract", new Entry("retract ID… --what-if STUDY", "which predictions move when sources fall",
                RetractCommand::new));
        ALL.put("trial", new Entry("trial RUN STUDY", "read the trials of a run with other endpoints",
                TrialCommand::new));
        ALL.put("compare", new Entry("compare RUN_A RUN_B", "two runs: inputs, sources, outputs", CompareCommand::new));
        ALL.put("diff", new Entry("diff STUDY_A STUDY_B", "two studies, entry by entry", DiffCommand::new));
        ALL.put("verify",
                new Entry("verify RUN|FILE.omex", "run again from what a run kept: MATCH or the first difference",
                        VerifyCommand::new));
        ALL.put("report", new Entry("report RUN", "write the report of a run again, or check it", ReportCommand::new));
        ALL.put("studio", new Entry("studio", "the laboratory in a browser",
                () -> new StudioCommand(Version.text(), Commands::json)));
        ALL.put("doctor", new Entry("doctor", "what is installed, and a self-test", DoctorCommand::new));
    }

    private Commands() {
    }

    /// The comparisons are no part of what is shipped: a module of its own brings them, if it is on the class path.
    private static Command comparisons() {
        return ServiceLoader.load(Command.class).findFirst()
                .orElseThrow(() -> new ProblemException(Problem.error("U350", "the comparisons are not installed",
                        "they are not shipped with Propria", "type `./propria bench` in a folder with its sources")));
    }

    /// Carries out a command line and gives its JSON answer.
    private static String json(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream answer = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> line = new ArrayList<>(arguments);
        line.add("--json");
        new Application(new Terminal(answer, new PrintStream(OutputStream.nullOutputStream()), false, false))
                .run(line.toArray(String[]::new));
        return out.toString(StandardCharsets.UTF_8);
    }

    static Map<String, Entry> all() {
        return ALL;
    }
}
