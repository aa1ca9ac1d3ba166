package propria.study;

import java.util.List;
import propria.model.problem.SourceLocation;

/// A group of subjects that are treated alike.
///
/// @param insultFree whether the insults of the phases spare it
/// @param regimens what it receives
public record Arm(String id, String name, ArmRole role, Population population, boolean insultFree,
        List<Regimen> regimens, SourceLocation place) {

    public Arm {
        regimens = List.copyOf(regimens);
    }
}
