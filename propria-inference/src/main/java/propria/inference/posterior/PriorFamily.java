package propria.inference.posterior;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hipparchus.distribution.RealDistribution;
import org.hipparchus.distribution.continuous.CauchyDistribution;
import org.hipparchus.distribution.continuous.ExponentialDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.distribution.continuous.LaplaceDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.UniformRealDistribution;

/// The families of distributions that a prior can have: those of PEtab version 2, in its words and with its parameters.
/// The parameters of the families `LOG_…` are those of the natural logarithm of the value.
public enum PriorFamily {
    /// location, scale
    CAUCHY("cauchy", 2),
    /// degrees of freedom
    CHI_SQUARED("chisquare", 1),
    /// scale
    EXPONENTIAL("exponential", 1),
    /// shape, scale
    GAMMA("gamma", 2),
    /// location, scale
    LAPLACE("laplace", 2),
    /// location and scale of the logarithm
    LOG_LAPLACE("log-laplace", 2),
    /// mean and standard deviation of the logarithm
    LOG_NORMAL("log-normal", 2),
    /// lower and upper bound of the value, both above zero; the logarithm is uniform
    LOG_UNIFORM("log-uniform", 2),
    /// mean, standard deviation
    NORMAL("normal", 2),
    /// scale
    RAYLEIGH("rayleigh", 1),
    /// lower bound, upper bound
    UNIFORM("uniform", 2);

    private final String text;
    private final int parameters;

    PriorFamily(String text, int parameters) {
        this.text = text;
        this.parameters = parameters;
    }

    /// The name in PEtab version 2.
    public String text() {
        return text;
    }

    /// How many parameters it has.
    public int parameterCount() {
        return parameters;
    }

    /// The family of a name in PEtab version 2.
    public static Optional<PriorFamily> of(String name) {
        return Arrays.stream(values()).filter(family -> family.text.equals(name.toLowerCase(Locale.ROOT))).findFirst();
    }

    /// Whether the value itself is transformed by the logarithm before [#base] applies.
    boolean isOfLogarithm() {
        return this == LOG_LAPLACE || this == LOG_NORMAL || this == LOG_UNIFORM;
    }

    /// The distribution of the value, or of its logarithm.
    ///
    /// @throws IllegalArgumentException where the parameters mean no distribution
    RealDistribution base(List<Double> p) {
        if (p.size() != parameters) {
            throw new IllegalArgumentException(text + " takes " + parameters + " parameters, not " + p.size());
        }
        return switch (this) {
            case CAUCHY -> new CauchyDistribution(p.get(0), p.get(1));
            case CHI_SQUARED -> new GammaDistribution(p.get(0) / 2, 2);
            case EXPONENTIAL -> new ExponentialDistribution(p.get(0));
            case GAMMA -> new GammaDistribution(p.get(0), p.get(1));
            case LAPLACE, LOG_LAPLACE -> new LaplaceDistribution(p.get(0), p.get(1));
            case LOG_NORMAL, NORMAL -> new NormalDistribution(p.get(0), p.get(1));
            case LOG_UNIFORM -> new UniformRealDistribution(StrictMath.log(p.get(0)), StrictMath.log(p.get(1)));
            case RAYLEIGH -> new RayleighDistribution(p.get(0));
            case UNIFORM -> new UniformRealDistribution(p.get(0), p.get(1));
        };
    }
}
