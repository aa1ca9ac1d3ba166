package propria.formats.sbml.level;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The levels and versions of SBML that are written; in the order of their age.
public enum SbmlLevel {
    L2V1,
    L2V2,
    L2V3,
    L2V4,
    L2V5,
    L3V1,
    L3V2;

    /// What is written unless another is asked for.
    public static final SbmlLevel NEWEST = L3V2;

    /// The level of a name such as `l2v4`, in any case.
    public static Optional<SbmlLevel> of(String name) {
        return Arrays.stream(values()).filter(level -> level.text().equals(name.toLowerCase(Locale.ROOT))).findFirst();
    }

    /// The names of all, oldest first.
    public static List<String> names() {
        return Arrays.stream(values()).map(SbmlLevel::text).toList();
    }

    /// The name as in the files of SBML's test suite, such as `l2v4`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The level, 2 or 3.
    public int level() {
        return name().charAt(1) - '0';
    }

    /// The version within the level, from 1.
    public int version() {
        return name().charAt(3) - '0';
    }

    /// As a person would say it.
    public String title() {
        return "Level " + level() + " Version " + version();
    }

    /// Whether this is older than another.
    public boolean isBefore(SbmlLevel other) {
        return compareTo(other) < 0;
    }
}
