package propria.study.retraction;

import java.util.Locale;
import propria.study.summary.Effect.Middle;

/// Whether a conclusion stands without some sources.
///
/// The conclusion of a comparison is the side of zero on which its whole interval lies: lower, higher, or neither, when
/// zero is inside. It holds when the side is the same without the sources, and flips otherwise, also from one side to
/// neither. Where nothing is compared the conclusion is the middle; it flips when the middle without the sources lies
/// outside the interval with them.
public enum Verdict {
    HOLDS,
    FLIPS;

    /// @param compared whether the numbers are differences between arms
    public static Verdict of(Middle with, Middle without, boolean compared) {
        boolean same = compared
                ? side(with) == side(without)
                : without.value() >= with.lower() && without.value() <= with.upper();
        return same ? HOLDS : FLIPS;
    }

    private static int side(Middle middle) {
        return middle.lower() > 0 ? 1 : middle.upper() < 0 ? -1 : 0;
    }

    /// As said to people: `holds`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
