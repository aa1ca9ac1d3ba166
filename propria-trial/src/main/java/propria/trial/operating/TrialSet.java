package propria.trial.operating;

import java.util.ArrayList;
import java.util.List;
import propria.trial.design.TrialDesign;

/// A set of trials on one bank of courses, told apart by what its arms follow.
///
/// @param kind what they follow
/// @param dose multiple of every dose; 1 but for [Kind#DOSE]
public record TrialSet(Kind kind, double dose) {

    /// The kinds.
    public enum Kind {
        /// As designed.
        DESIGN,
        /// Every arm follows the comparator.
        NULL,
        /// Active arms at another dose.
        DOSE,
        /// The same subjects in every arm, a "trial" a draw.
        TRUTH
    }

    public static final TrialSet DESIGN = new TrialSet(Kind.DESIGN, 1);
    public static final TrialSet NULL = new TrialSet(Kind.NULL, 1);
    public static final TrialSet TRUTH = new TrialSet(Kind.TRUTH, 1);

    /// All sets of a design.
    public static List<TrialSet> of(TrialDesign design) {
        List<TrialSet> all = new ArrayList<>(List.of(DESIGN, NULL));
        design.curves().doses().forEach(dose -> all.add(new TrialSet(Kind.DOSE, dose)));
        all.add(TRUTH);
        return all;
    }

    /// The end of the name of its file.
    public String suffix() {
        return switch (kind) {
            case DESIGN -> "";
            case NULL -> "-null";
            case DOSE -> "-dose-" + dose;
            case TRUTH -> "-truth";
        };
    }
}
