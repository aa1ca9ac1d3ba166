package propria.formats.sbml.level.older;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import propria.formats.sbml.level.SbmlLevel;
import propria.formats.sbml.level.draft.Draft;
import propria.model.Model.UnitRole;
import propria.model.problem.SourceLocation;
import propria.model.unit.BaseUnit;
import propria.model.unit.Dimension;
import propria.model.unit.Units;

/// What a compartment or species may be measured in at Level 2 (rules 20402 to 20406, 20507 to 20509, 20608): lengths,
/// areas, volumes; moles, items, grams; seconds; pure numbers since Version 2.
final class UnitsOfElements {

    private static final Dimension METRE = BaseUnit.METRE.unit().dimension();
    private static final Map<UnitRole, List<Dimension>> MEASURES = Map.of(UnitRole.LENGTH, List.of(METRE),
            UnitRole.AREA, List.of(METRE.toThe(2)), UnitRole.VOLUME, List.of(METRE.toThe(3)), UnitRole.TIME,
            List.of(BaseUnit.SECOND.unit().dimension()), UnitRole.SUBSTANCE,
            List.of(BaseUnit.MOLE.unit().dimension(), BaseUnit.ITEM.unit().dimension(),
                    BaseUnit.GRAM.unit().dimension()));

    private final Draft draft;
    private final Units units;

    private UnitsOfElements(Draft draft) {
        this.draft = draft;
        this.units = new Units(draft.units);
    }

    /// After the defaults have become definitions.
    static void check(Draft draft) {
        UnitsOfElements check = new UnitsOfElements(draft);
        for (UnitRole role : MEASURES.keySet()) {
            String id = role.name().toLowerCase(Locale.ROOT);
            draft.units.stream().filter(u -> u.id().equals(id)).findFirst()
                    .ifPresent(u -> check.look("the unit of " + id, id, role, u.definedAt()));
        }
        draft.compartments.forEach(c -> c.unit().ifPresent(unit -> check.look("compartment " + c.id(), unit,
                c.dimensions() == 3 ? UnitRole.VOLUME : c.dimensions() == 2 ? UnitRole.AREA : UnitRole.LENGTH,
                c.definedAt())));
        draft.species.forEach(s -> s.unit()
                .ifPresent(unit -> check.look("species " + s.id(), unit, UnitRole.SUBSTANCE, s.definedAt())));
    }

    private void look(String what, String unit, UnitRole role, SourceLocation place) {
        Dimension dimension = units.find(unit).map(found -> found.dimension()).orElse(null);
        if (dimension == null || dimension.isNone() && draft.level != SbmlLevel.L2V1) {
            return;
        }
        if (!MEASURES.getOrDefault(role, List.of()).contains(dimension)) {
            draft.refuse(place, what + " is measured in " + unit,
                    "that is no " + role.name().toLowerCase(Locale.ROOT), "use another unit");
        }
    }
}
