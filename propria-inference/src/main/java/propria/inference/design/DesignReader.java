package propria.inference.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import propria.inference.design.ArmDesign.Dosing;
import propria.inference.design.RowDesign.Contrast;
import propria.inference.design.RowDesign.Group;
import propria.inference.table.EvidenceRow;
import propria.inference.table.EvidenceTable;
import propria.inference.vocabulary.OutcomeTerm;
import propria.inference.vocabulary.Vocabulary;
import propria.inference.vocabulary.Vocabulary.ComparatorTerm;
import propria.inference.vocabulary.Vocabulary.LossTerm;
import propria.inference.vocabulary.Vocabulary.PrimingTerm;
import propria.inference.vocabulary.Vocabulary.ProductTerm;
import propria.study.library.Library;

/// Reads rows into designs. Nothing that was measured is used, only how it was done.
public final class DesignReader {

    private static final double PARTICLES_PER_MICROGRAM = 1e9;
    private static final String VEIN = "intravenous";
    private static final String CELLS = "cells";

    private final Vocabulary words;
    private final Library library;

    public DesignReader(Vocabulary words, Library library) {
        this.words = words;
        this.library = library;
    }

    /// The design of a row.
    ///
    /// @throws Refusal when the row cannot be predicted
    public RowDesign read(EvidenceRow row, EvidenceTable table) throws Refusal {
        String fault = table.faults().getOrDefault(row.number(), "");
        if (!fault.isEmpty()) {
            throw new Refusal(fault);
        }
        OutcomeTerm outcome = words.outcomes().of(row.outcome())
                .orElseThrow(() -> new Refusal("the outcome is not known: " + row.outcome()));
        if (!outcome.isSupported()) {
            throw new Refusal(outcome.refusal());
        }
        Written.check(row, outcome);
        Induction induction = Induction.of(row, words, last(row, table));
        Written.day(induction.readOut());
        Optional<ProductTerm> given = product(row);
        boolean healthy = words.isHealthy(row.arm());
        if (given.isEmpty() || given.get().product().isEmpty()) {
            ArmDesign arm = healthy ? induction.design().healthy() : induction.design();
            return row(row, outcome, healthy ? Group.HEALTHY : Group.ILL, List.of(arm), induction, false);
        }
        boolean lost = words.losses().of(text(row)).isPresent();
        List<ArmDesign> arms = new ArrayList<>();
        for (String route : routes(row, given.get())) {
            arms.add(induction.design().with(treatment(row, given.get(), route, induction)));
        }
        return row(row, outcome, Group.TREATED, arms, induction, lost);
    }

    private static OptionalDouble last(EvidenceRow row, EvidenceTable table) {
        Double day = table.lastDay().get(row.study());
        return day == null ? OptionalDouble.empty() : OptionalDouble.of(day);
    }

    private static String text(EvidenceRow row) {
        return row.product() + " " + row.preconditioning() + " " + row.arm();
    }

    private Optional<ProductTerm> product(EvidenceRow row) throws Refusal {
        if (row.product().isEmpty()) {
            return words.products().of(row.arm());
        }
        return Optional.of(words.products().of(row.product())
                .orElseThrow(() -> new Refusal("the product is not known: " + row.product())));
    }

    private List<String> routes(EvidenceRow row, ProductTerm term) throws Refusal {
        List<String> possible = words.routes().of(row.route())
                .orElseThrow(() -> new Refusal("the route is not known: " + row.route()));
        var known = Entries.of(library.products(), term.product()).routes();
        if (row.route().isEmpty() && possible.stream().noneMatch(known::containsKey)) {
            return List.of(known.firstEntry().getKey());
        }
        List<String> routes = possible.stream().filter(known::containsKey).toList();
        if (routes.isEmpty()) {
            throw new Refusal("the model has no " + String.join(" or ", possible) + " route for " + row.product());
        }
        return routes;
    }

    private Dosing treatment(EvidenceRow row, ProductTerm term, String route, Induction induction) throws Refusal {
        String text = text(row);
        Optional<PrimingTerm> priming = words.preconditioning().of(text);
        Map<String, Double> lost = words.losses().of(text).map(LossTerm::values).orElse(Map.of());
        String product = priming.map(p -> primed(term, p)).orElse(term.product());
        List<Double> days = Times.days(row.dosingDays().isEmpty() ? term.days() : row.dosingDays(), true);
        if (days.isEmpty()) {
            days = List.of(induction.term().treat());
        }
        Written.doses(days);
        return new Dosing(product, amount(row, term), term.unit(), route,
                days.stream().map(day -> day + induction.begin()).toList(), lost);
    }

    private String primed(ProductTerm term, PrimingTerm priming) {
        boolean cells = Entries.of(library.products(), term.product()).doseUnit().equals(CELLS);
        return !priming.product().isEmpty() && cells
                ? priming.product()
                : term.primed().isEmpty() ? term.product() : term.primed();
    }

    private static double amount(EvidenceRow row, ProductTerm term) {
        OptionalDouble stated = Times.amount(row.dose().amount().toLowerCase(java.util.Locale.ROOT));
        if (stated.isEmpty()) {
            return term.dose();
        }
        String unit = row.dose().unit().toLowerCase(java.util.Locale.ROOT);
        if (term.unit().equals("particles")) {
            return unit.contains("ug") || unit.contains("µg")
                    ? stated.getAsDouble() * PARTICLES_PER_MICROGRAM
                    : unit.contains("particle") ? stated.getAsDouble() : term.dose();
        }
        if (term.unit().equals("mL")) {
            return unit.contains("ul") || unit.contains("µl")
                    ? stated.getAsDouble() * 1e-3
                    : unit.contains("ml") ? stated.getAsDouble() : term.dose();
        }
        return unit.contains("/kg") && term.unit().equals(CELLS)
                ? stated.getAsDouble() * 0.022
                : unit.contains(term.unit()) ? stated.getAsDouble() : term.dose();
    }

    private RowDesign row(EvidenceRow row, OutcomeTerm outcome, Group group, List<ArmDesign> arms, Induction induction,
            boolean lost) throws Refusal {
        List<Contrast> contrasts = new ArrayList<>();
        boolean product = false;
        for (ArmDesign arm : arms) {
            ArmDesign other = group == Group.TREATED ? arm.untreated() : arm.healthy();
            double otherDay = induction.readOut();
            Traits traits = traits(row, arm, induction, lost);
            Traits others = Traits.NONE;
            if (row.isDirection()) {
                ComparatorTerm term = words.comparators().of(row.unit().replaceFirst("^sign_vs_", ""))
                        .orElseThrow(() -> new Refusal("the comparator is not known: " + row.unit()));
                if (!term.refusal().isEmpty()) {
                    throw new Refusal(term.refusal());
                }
                other = comparator(term, arm, row);
                others = other.dosing().isPresent() ? others(term, traits, other.dosing().get(), row) : Traits.NONE;
                otherDay = term.kind().equals("day") ? Times.day(row.unit()).orElse(otherDay) : otherDay;
                product = other.dosing().isPresent();
            }
            contrasts.add(new Contrast(arm, other, induction.readOut(), otherDay, traits, others));
        }
        return new RowDesign(row, outcome, group, contrasts, lost, product);
    }

    private Traits traits(EvidenceRow row, ArmDesign arm, Induction induction, boolean lost) {
        return arm.dosing().map(given -> new Traits(lost, isByVein(given),
                words.preconditioning().of(text(row)).isPresent(),
                Traits.late(given.days().getFirst() - induction.begin(), induction.term().treat())))
                .orElse(Traits.NONE);
    }

    private boolean isByVein(Dosing given) {
        return given.route().equals(VEIN) && Entries.of(library.products(), given.product()).doseUnit().equals(CELLS);
    }

    private Traits others(ComparatorTerm term, Traits own, Dosing given, EvidenceRow row) {
        String name = named(row);
        return switch (term.kind()) {
            case "route" -> own.byVein(isByVein(given));
            case "unprimed" -> own.primed(false).whole();
            case "product" -> new Traits(words.losses().of(name).isPresent(), isByVein(given),
                    words.preconditioning().of(name).isPresent(), own.late());
            default -> own;
        };
    }

    private static String named(EvidenceRow row) {
        return row.unit().replaceFirst("^sign_vs_", "").replace('_', ' ');
    }

    private ArmDesign comparator(ComparatorTerm term, ArmDesign arm, EvidenceRow row) throws Refusal {
        Optional<Dosing> given = arm.dosing();
        if (term.kind().equals("day")) {
            return arm;
        }
        if (given.isEmpty() || term.kind().equals("healthy")) {
            return arm.healthy();
        }
        Dosing own = given.get();
        return switch (term.kind()) {
            case "untreated" -> arm.untreated();
            case "healthy_recipient" -> arm.healthy().with(own);
            case "route" -> arm.with(new Dosing(own.product(), own.amount(), own.unit(), term.route(), own.days(),
                    own.lost()));
            case "dose" -> arm.with(new Dosing(own.product(), term.dose(), own.unit(), own.route(), own.days(),
                    own.lost()));
            case "unprimed" -> arm.with(new Dosing(words.products().of(row.product()).orElseThrow().product(),
                    own.amount(), own.unit(), own.route(), own.days(), Map.of()));
            default -> arm.with(other(own, row));
        };
    }

    private Dosing other(Dosing own, EvidenceRow row) throws Refusal {
        String name = named(row);
        ProductTerm term = words.products().of(name)
                .orElseThrow(() -> new Refusal("the comparator is not known: " + row.unit()));
        if (term.product().isEmpty()
                || !Entries.of(library.products(), term.product()).routes().containsKey(own.route())) {
            throw new Refusal("the comparator is not known: " + row.unit());
        }
        boolean same = term.product().equals(words.products().of(row.product()).map(ProductTerm::product).orElse(""));
        String product = words.preconditioning().of(name).map(p -> primed(term, p)).orElse(term.product());
        return new Dosing(product, same ? own.amount() : term.dose(), term.unit(), own.route(), own.days(),
                words.losses().of(name).map(LossTerm::values).orElse(Map.of()));
    }
}
