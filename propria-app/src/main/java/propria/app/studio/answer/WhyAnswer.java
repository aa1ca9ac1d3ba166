package propria.app.studio.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.Endpoint;
import propria.study.Study;
import propria.study.run.KnockOut;
import propria.study.run.PreparedModel;

/// What carried an effect: how much of it goes when one mediator of the product is silenced.
///
/// @param effect the effect with every mediator at work
/// @param draws how many draws of the parameters
/// @param paths the mediators, the one that carries most first
public record WhyAnswer(String endpoint, String observable, String unit, Middle effect, int draws, List<Path> paths) {

    private static final double LEVEL = 0.9;

    public WhyAnswer {
        paths = List.copyOf(paths);
    }

    /// The median and the central 90 % over draws.
    public record Middle(double value, double lower, double upper) {

        static Middle of(double[] values) {
            double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
            return new Middle(quantile(sorted, 0.5), quantile(sorted, (1 - LEVEL) / 2),
                    quantile(sorted, (1 + LEVEL) / 2));
        }

        private static double quantile(double[] sorted, double p) {
            if (sorted.length == 0) {
                return Double.NaN;
            }
            double place = p * (sorted.length - 1);
            int low = (int) place;
            int high = StrictMath.min(low + 1, sorted.length - 1);
            return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
        }
    }

    /// A mediator.
    ///
    /// @param lost the part of the effect that goes without it, in each draw that has an effect: 1 is all of it
    /// @param without the effect without it
    public record Path(String id, String name, Middle lost, Middle without, List<String> parameters) {
        public Path {
            parameters = List.copyOf(parameters);
        }
    }

    /// Silences each mediator in turn.
    ///
    /// @throws ProblemException U505 when the study has no such comparison
    public static WhyAnswer of(Study study, PreparedModel model, ViewFile view, String endpointId, int draws) {
        Endpoint endpoint = study.endpoints().stream()
                .filter(e -> e.id().equals(endpointId) && e.comparison().isPresent()).findFirst()
                .orElseThrow(() -> new ProblemException(Problem.error("U505",
                        "the study compares nothing under the name `" + endpointId + "`",
                        "only an endpoint that compares two arms has an effect to explain",
                        "add an endpoint with `compare`")));
        KnockOut knockOut = new KnockOut(study, model, endpoint, draws);
        double[] whole = knockOut.effects(Map.of());
        List<Path> paths = new ArrayList<>();
        for (ViewFile.Mediator mediator : view.mediators()) {
            double[] without = knockOut.effects(mediator.off());
            double[] lost = new double[whole.length];
            for (int i = 0; i < whole.length; i++) {
                lost[i] = whole[i] == 0 ? Double.NaN : 1 - without[i] / whole[i];
            }
            paths.add(new Path(mediator.id(), mediator.name(), Middle.of(lost), Middle.of(without),
                    mediator.off().keySet().stream().map(id -> id.replace("__", ".")).sorted().toList()));
        }
        paths.sort(Comparator.comparingDouble((Path p) -> -p.lost().value()).thenComparing(Path::id));
        return new WhyAnswer(endpoint.id(), endpoint.observable().name(), endpoint.observable().unit(),
                Middle.of(whole), draws, paths);
    }
}
