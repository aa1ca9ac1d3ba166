package propria.inference.optimise;

import java.util.Arrays;
import java.util.Optional;

/// The maximisers that a user can name.
public enum Maximisers {
    /// [TrustRegion], for posteriors with information.
    TRUST_REGION("trust-region", new TrustRegion()),
    /// [LimitedMemoryBfgs], for posteriors with a gradient alone.
    L_BFGS_B("l-bfgs-b", new LimitedMemoryBfgs()),
    /// [CmaEs], which needs no gradient and looks around.
    CMA_ES("cma-es", new CmaEs(1));

    private final String text;
    private final Maximiser maximiser;

    Maximisers(String text, Maximiser maximiser) {
        this.text = text;
        this.maximiser = maximiser;
    }

    /// The name on the command line.
    public String text() {
        return text;
    }

    public Maximiser maximiser() {
        return maximiser;
    }

    /// The one of a name.
    public static Optional<Maximisers> of(String name) {
        return Arrays.stream(values()).filter(m -> m.text.equals(name)).findFirst();
    }
}
