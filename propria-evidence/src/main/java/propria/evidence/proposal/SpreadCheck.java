package propria.evidence.proposal;

/// Whether the spread is what it is said to be. A standard error read as a standard deviation makes a study look
/// `sqrt(n)` times as sure as it is; a coefficient of variation between animals below some per cent is the usual sign.
final class SpreadCheck implements ProposalCheck {

    /// Animals of one arm hardly differ by less, as SD over mean.
    private static final double LEAST_VARIATION = 0.05;

    @Override
    public Finding of(Proposal proposal, Known known) {
        if (proposal.spread().isEmpty()) {
            return Finding.NOTHING;
        }
        double spread = proposal.spread().getAsDouble();
        if (spread < 0) {
            return Finding.refuse("a spread below zero");
        }
        double root = proposal.n().isPresent() ? StrictMath.sqrt(proposal.n().getAsInt()) : Double.NaN;
        double size = StrictMath.abs(proposal.value().orElse(Double.NaN));
        return switch (proposal.spreadKind()) {
            case "SEM" -> Double.isNaN(root)
                    ? Finding.look("a SEM without n cannot be turned into a SD")
                    : Finding.well("SD " + Numbers.short3(spread * root) + " (SEM times the root of n)");
            case "SD" -> deviation(spread / size, root);
            case "unknown" -> Finding.look(Double.isNaN(root) || Double.isNaN(size)
                    ? "the source does not say whether it is SD or SEM"
                    : "SD or SEM? As SD the animals vary by " + Numbers.short3(100 * spread / size) + " %, as SEM by "
                            + Numbers.short3(100 * spread * root / size) + " %"
                            + (spread / size < LEAST_VARIATION ? "; SEM is the more likely" : ""));
            default -> Finding.NOTHING;
        };
    }

    private static Finding deviation(double variation, double root) {
        if (!(variation < LEAST_VARIATION) || root == 1) {
            return Finding.NOTHING;
        }
        return Finding.look("a SD of " + Numbers.short3(100 * variation) + " % of the mean is small for animals"
                + (Double.isNaN(root)
                        ? "; is it a SEM?"
                        : "; as SEM it would be " + Numbers.short3(100 * variation * root) + " %"));
    }
}
