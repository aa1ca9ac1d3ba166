package propria.formats.sedml.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import propria.formats.sbml.xml.XmlElement;
import propria.formats.sedml.document.SedAlgorithm;
import propria.formats.sedml.document.SedSimulation;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// Simulations with their algorithms.
final class SimulationReading {

    /// More recorded times than this are refused.
    private static final int MOST_STEPS = 10_000_000;

    private SimulationReading() {
    }

    static Optional<SedSimulation> simulation(XmlElement element, Fields fields) {
        return switch (element.name()) {
            case "uniformTimeCourse" -> Optional.of(course(element));
            case "oneStep" ->
                Optional.of(new SedSimulation.OneStep(Fields.id(element), Fields.name(element), step(element),
                        algorithm(element), element.place()));
            case "steadyState" -> Optional.of(new SedSimulation.SteadyState(Fields.id(element), Fields.name(element),
                    algorithm(element), element.place()));
            default -> {
                fields.leaveOut(element, "only time courses, single steps and steady states can be simulated");
                yield Optional.empty();
            }
        };
    }

    private static double step(XmlElement element) {
        double step = Fields.number(element, "step");
        if (!(step > 0)) {
            throw new ProblemException(Problem.error("D003", element.place(), "a step must be above zero",
                    "it is " + step, "write a larger number"));
        }
        return step;
    }

    private static SedSimulation course(XmlElement element) {
        double initial = Fields.number(element, "initialTime");
        double start = Fields.number(element, "outputStartTime");
        double end = Fields.number(element, "outputEndTime");
        String steps = element.attribute("numberOfSteps").isPresent() ? "numberOfSteps" : "numberOfPoints";
        int count = Fields.count(element, steps, 0, MOST_STEPS);
        if (initial > start || start > end || !Double.isFinite(end - initial)) {
            throw new ProblemException(Problem.error("D003", element.place(), "these times make no course",
                    "initialTime " + initial + ", outputStartTime " + start + ", outputEndTime " + end,
                    "let each be no earlier than the one before"));
        }
        return new SedSimulation.UniformTimeCourse(Fields.id(element), Fields.name(element), initial, start, end,
                count, algorithm(element), element.place());
    }

    private static Optional<SedAlgorithm> algorithm(XmlElement simulation) {
        return simulation.first("algorithm").map(element -> {
            List<SedAlgorithm.Setting> settings = new ArrayList<>();
            Fields.inList(element, "listOfAlgorithmParameters").forEach(p -> settings.add(
                    new SedAlgorithm.Setting(term(p), p.attribute("value").orElse("").strip(), p.place())));
            return new SedAlgorithm(term(element), settings, element.place());
        });
    }

    /// A KiSAO term, of which several spellings are about.
    private static String term(XmlElement element) {
        String term = Fields.text(element, "kisaoID");
        return term.replaceFirst("^.*?(?i:kisao)[:_](\\d+)$", "KISAO:$1");
    }
}
