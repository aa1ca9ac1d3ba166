package propria.formats.sbml.level.older;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import propria.formats.sbml.level.draft.Draft;
import propria.formats.sbml.level.draft.EveryFormula;
import propria.model.Compartment;
import propria.model.Model.UnitRole;
import propria.model.Parameter;
import propria.model.Species;
import propria.model.unit.UnitDefinition;
import propria.model.unit.UnitDefinition.Factor;

/// Units in Level 2: those that hold where none is stated are definitions called `substance`, `volume`, `area`, `length`
/// and `time` (section 4.4.3 there), exponents are whole, and `avogadro` is a number.
final class OlderUnits {

    private static final double AVOGADRO = 6.02214179e23;
    private static final Set<UnitRole> ROLES = EnumSet.complementOf(EnumSet.of(UnitRole.EXTENT));

    private final Draft draft;

    private OlderUnits(Draft draft) {
        this.draft = draft;
    }

    static void replace(Draft draft) {
        OlderUnits units = new OlderUnits(draft);
        units.numbers();
        units.defaults();
    }

    private void numbers() {
        draft.units.replaceAll(u -> new UnitDefinition(u.id(), u.factors().stream().map(this::withoutAvogadro).toList(),
                u.definedAt()));
        for (UnitDefinition unit : draft.units) {
            if (unit.factors().stream().anyMatch(f -> f.exponent() != StrictMath.rint(f.exponent()))) {
                draft.refuse(unit.definedAt(), "unit " + unit.id() + " has a broken power", "", "use whole powers");
            }
        }
    }

    private Factor withoutAvogadro(Factor f) {
        boolean own = draft.units.stream().anyMatch(u -> u.id().equals(f.kind()));
        return !f.kind().equals("avogadro") || own
                ? f
                : new Factor("dimensionless", f.exponent(), f.scale(), f.multiplier() * AVOGADRO);
    }

    private void defaults() {
        Map<String, String> renamed = new HashMap<>();
        for (UnitRole role : ROLES) {
            String id = id(role);
            boolean taken = draft.units.stream().anyMatch(u -> u.id().equals(id));
            if (taken && !id.equals(draft.defaults.get(role))) {
                renamed.put(id, draft.unused(id + "_unit"));
            }
        }
        rename(renamed);
        List<String> silent = new ArrayList<>();
        for (UnitRole role : ROLES) {
            String unit = draft.defaults.get(role);
            if (unit == null) {
                silent.add(id(role));
            } else if (!unit.equals(id(role))) {
                draft.units.add(new UnitDefinition(id(role), List.of(new Factor(unit, 1, 0, 1)), draft.place()));
            }
        }
        extent();
        if (!silent.isEmpty()) {
            draft.remark(draft.place(), "the model states no unit of " + String.join(", ", silent),
                    "Level 2 of SBML takes mole, litre, square metre, metre and second where nothing is stated");
        }
        draft.defaults.clear();
    }

    /// In Level 2 reactions turn over amounts in the unit of substance.
    private void extent() {
        String extent = draft.defaults.get(UnitRole.EXTENT);
        if (extent != null && !extent.equals(draft.defaults.get(UnitRole.SUBSTANCE))) {
            draft.remark(draft.place(), "that reactions count in " + extent + " was left out",
                    "in Level 2 of SBML they count in the unit of substance; it does not change the course");
        }
    }

    private static String id(UnitRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private void rename(Map<String, String> names) {
        if (names.isEmpty()) {
            return;
        }
        draft.units.replaceAll(u -> new UnitDefinition(names.getOrDefault(u.id(), u.id()), u.factors().stream()
                .map(f -> new Factor(names.getOrDefault(f.kind(), f.kind()), f.exponent(), f.scale(), f.multiplier()))
                .toList(), u.definedAt()));
        draft.defaults.replaceAll((_, unit) -> names.getOrDefault(unit, unit));
        draft.compartments.replaceAll(c -> new Compartment(c.id(), c.dimensions(), c.size(), c.constant(),
                of(c.unit(), names), c.description(), c.definedAt()));
        draft.species.replaceAll(s -> new Species(s.id(), s.compartment(), s.initial(), s.initialKind(),
                s.substanceOnly(), s.boundary(), s.constant(), of(s.unit(), names), s.conversionFactor(),
                s.description(), s.definedAt()));
        draft.parameters.replaceAll(p -> of(p, names));
        draft.reactions.replaceAll(r -> EveryFormula.withLaw(r, r.rateLaw(),
                r.localParameters().stream().map(p -> of(p, names)).collect(Collectors.toList())));
    }

    private static Parameter of(Parameter p, Map<String, String> names) {
        return new Parameter(p.id(), p.value(), p.constant(), of(p.unit(), names), p.description(), p.definedAt());
    }

    private static Optional<String> of(Optional<String> unit, Map<String, String> names) {
        return unit.map(name -> names.getOrDefault(name, name));
    }
}
