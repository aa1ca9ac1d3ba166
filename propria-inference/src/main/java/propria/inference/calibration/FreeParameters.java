package propria.inference.calibration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import propria.engine.random.Streams;
import propria.inference.prediction.Draw;
import propria.inference.prediction.EffectModel;
import propria.model.Description.Interval;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.library.CalibrationReader;
import propria.study.subject.Prior;
import propria.study.uncertainty.FreeParameter;

/// The parameters that the calibration estimates, each with its prior, in the order of `parameters.tsv`. A point is a
/// standard normal number for each: 0 is the prior's median.
///
/// @param fixed values of the model that are held
public record FreeParameters(List<Free> all, Map<String, Double> fixed) {

    private static final String EFFECTS = "effects__";

    public FreeParameters {
        all = List.copyOf(all);
        fixed = Map.copyOf(fixed);
    }

    /// The same with some of the model's switched off: held at zero, and free no more.
    ///
    /// @param ids in the model
    public FreeParameters without(Collection<String> ids) {
        Map<String, Double> off = new LinkedHashMap<>(fixed);
        ids.forEach(id -> off.put(id, 0.0));
        return new FreeParameters(all.stream().filter(free -> !ids.contains(free.id())).toList(), off);
    }

    /// One parameter with the prior that its interval stands for.
    public record Free(FreeParameter parameter, Prior prior) {

        /// Its id in the model, or `effects__…` for one of [EffectModel].
        public String id() {
            return parameter.id();
        }

        /// In which stage it is estimated.
        public String stage() {
            return parameter.stage();
        }

        /// What it stands for.
        public String why() {
            return parameter.why();
        }
    }

    /// Reads `parameters.tsv`.
    ///
    /// @throws ProblemException as [CalibrationReader#parameters]
    public static FreeParameters read(Path file) {
        return new FreeParameters(CalibrationReader.parameters(file).stream().map(FreeParameters::free).toList(),
                Map.of());
    }

    private static Free free(FreeParameter p) {
        Prior prior = Prior.of(p.id(), p.value(), Optional.of(new Interval(p.low(), p.high())), 1);
        return new Free(p, prior);
    }

    /// How many there are.
    public int size() {
        return all.size();
    }

    /// The places of the parameters of [EffectModel], which need no simulation.
    public List<Integer> effects() {
        return java.util.stream.IntStream.range(0, size()).filter(i -> all.get(i).parameter().isOfEffects()).boxed()
                .toList();
    }

    /// The parameters at a point.
    ///
    /// @param normals a standard normal number for each
    public Draw at(double[] normals) {
        Map<String, Double> values = new LinkedHashMap<>(fixed);
        Map<String, Double> effects = new LinkedHashMap<>();
        for (int i = 0; i < size(); i++) {
            Free free = all.get(i);
            (free.parameter().isOfEffects() ? effects : values).put(free.id(), free.prior().at(normals[i]));
        }
        return new Draw(values, effects(effects));
    }

    private static EffectModel effects(Map<String, Double> values) {
        return new EffectModel(of(values, "gain"), of(values, "f_own"), of(values, "sd_study"), of(values, "sd_row"),
                of(values, "f_null_reported"), new EffectModel.Factors(of(values, "r_lost"), of(values, "r_vein"),
                        of(values, "r_primed"), of(values, "r_late")));
    }

    private static double of(Map<String, Double> values, String name) {
        Double value = values.get(EFFECTS + name);
        if (value == null) {
            throw new ProblemException(Problem.error("I222", "`effects." + name + "` is not among the free parameters",
                    "the link from model to study needs it", "add a line to parameters.tsv"));
        }
        return value;
    }

    /// Points drawn from the prior.
    public List<double[]> fromPrior(int number, long seed) {
        Streams streams = new Streams(seed);
        List<double[]> points = new ArrayList<>();
        for (int draw = 0; draw < number; draw++) {
            double[] point = new double[size()];
            for (int i = 0; i < point.length; i++) {
                point[i] = streams.normal(draw, Streams.NO_SUBJECT, all.get(i).id(), 0);
            }
            points.add(point);
        }
        return points;
    }
}
