package propria.formats.sbml.level.older;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import propria.formats.sbml.level.draft.Draft;
import propria.model.Compartment;
import propria.model.Species;
import propria.model.Species.InitialKind;

/// Compartments in Level 2: of 0, 1, 2 or 3 dimensions; one of none has no size, and a species in it is an amount (rules
/// 20501 to 20503, 20604). A compartment of none that has a size, or of another number, is written with three; what is in
/// one of none stays an amount, as it is in every level.
final class Points {

    private static final double VOLUME = 3;

    private final Draft draft;
    private final Set<String> named;
    private final Set<String> points = new HashSet<>();
    private final Set<String> sizeless = new HashSet<>();

    private Points(Draft draft) {
        this.draft = draft;
        this.named = draft.used();
    }

    static void replace(Draft draft) {
        Points points = new Points(draft);
        draft.compartments.replaceAll(points::compartment);
        draft.species.replaceAll(points::amount);
    }

    private Compartment compartment(Compartment c) {
        boolean known = c.dimensions() == 1 || c.dimensions() == 2 || c.dimensions() == VOLUME;
        if (known) {
            return c;
        }
        if (c.dimensions() == 0) {
            points.add(c.id());
            if (c.size().isEmpty() && !named.contains(c.id())) {
                sizeless.add(c.id());
                return new Compartment(c.id(), 0, c.size(), true, Optional.empty(), c.description(), c.definedAt());
            }
        }
        draft.remark(c.definedAt(), "the compartment " + c.id() + " is written as a volume",
                "in Level 2 of SBML a compartment has 1, 2 or 3 dimensions, or neither dimensions nor size");
        return new Compartment(c.id(), VOLUME, c.size(), c.constant(), c.unit(), c.description(), c.definedAt());
    }

    private Species amount(Species s) {
        if (!points.contains(s.compartment())) {
            return s;
        }
        return new Species(s.id(), s.compartment(), s.initial(),
                sizeless.contains(s.compartment()) ? InitialKind.AMOUNT : s.initialKind(), true, s.boundary(),
                s.constant(), s.unit(), s.conversionFactor(), s.description(), s.definedAt());
    }
}
