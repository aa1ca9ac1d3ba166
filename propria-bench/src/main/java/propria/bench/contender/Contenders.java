package propria.bench.contender;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.bench.ccode.CModelWriter;
import propria.bench.ccode.NotInC;
import propria.bench.sbscl.SbsclProcess;
import propria.bench.sundials.CvodeLibrary;
import propria.bench.sundials.CvodeSetup;
import propria.bench.sundials.Toolchain;
import propria.bench.workload.Workload;
import propria.engine.Method;
import propria.model.problem.ProblemException;

/// All contenders for one workload.
///
/// @param all who is compared; the engine's automatic choice first
/// @param judges who may give the reference, best known first
/// @param notes who cannot take part, and why
public record Contenders(List<Contender> all, List<Contender> judges, List<String> notes) {

    /// What SBSCL may take for a workload, all tolerances together.
    private static final double SBSCL_SECONDS = 20;

    public Contenders {
        all = List.copyOf(all);
        judges = List.copyOf(judges);
        notes = List.copyOf(notes);
    }

    /// Everybody who can simulate a workload.
    ///
    /// @param methods of the engine; the first is what others are held against
    /// @param toolchain the compiler for CVODE, where there is one
    /// @param sbscl where it is there
    public static Contenders of(Workload workload, List<Method> methods, Optional<Toolchain> toolchain,
            Optional<SbsclProcess> sbscl) {
        List<Contender> all = new ArrayList<>();
        List<Contender> judges = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Method method : methods) {
            all.add(new OwnContender(workload, method));
        }
        judges.add(new OwnContender(workload, Method.ROSENBROCK));
        judges.add(new OwnContender(workload, Method.BDF));
        toolchain.ifPresent(tools -> {
            try {
                CvodeLibrary library = tools.compile(
                        CModelWriter.write(workload.model(), workload.compiled(), workload.outputs()));
                for (CvodeSetup setup : CvodeSetup.values()) {
                    all.add(new CvodeContender(workload, library, setup));
                }
                judges.add(new CvodeContender(workload, library, CvodeSetup.DENSE));
            } catch (ProblemException e) {
                notes.add("CVODE: " + e.problems().getFirst().what());
            } catch (NotInC e) {
                notes.add("CVODE: the model has " + e.getMessage() + ", which the generated C does not carry out");
            }
        });
        sbscl.ifPresent(process -> {
            try {
                all.add(new SbsclContender(process, workload, SBSCL_SECONDS));
            } catch (ContenderFailure e) {
                notes.add("SBSCL: " + e.getMessage());
            }
        });
        return new Contenders(all, judges, notes);
    }
}
