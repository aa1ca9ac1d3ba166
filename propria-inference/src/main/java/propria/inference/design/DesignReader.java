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

    private static final double USUAL_CELLS = 1e6;
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
        OutcomeTerm outcome = outcome(row);
        Induction induction = Induction.of(row, words, last(row, table));
        Written.day(induction.readOut());
        Optional<ProductTerm> given = product(row);
        boolean healthy = words.isHealthy(row.arm());
        ArmDesign untreated = healthy ? induction.design().healthy() : induction.design();
        if (given.isEmpty() || (given.get().product().isEmpty() && !given.get().inert())) {
            return row(row, outcome, healthy ? Group.HEALTHY : Group.ILL, List.of(untreated), induction, false,
                    new Assumed(row, induction));
        }
        boolean lost = given.get().inert() || isLost(text(row));
        List<ArmDesign> arms = new ArrayList<>();
        for (String route : routes(row, given.get())) {
            arms.add(untreated.with(treatment(row, given.get(), route, induction)));
        }
        Assumed assumed = new Assumed(row, induction);
        return row(row, outcome, Group.TREATED, arms, induction, lost, given.get().inert()
                ? assumed
                : assumed.treated(row, given.get(), arms.stream().flatMap(arm -> arm.dosing().stream()).toList()));
    }

    private OutcomeTerm outcome(EvidenceRow row) throws Refusal {
        OutcomeTerm outcome = words.outcomes().of(row.outcome())
                .orElseThrow(() -> new Refusal("the outcome is not known: " + row.outcome()));
        if (!outcome.isSupported()) {
            throw new Refusal(outcome.refusal());
        }
        OutcomeTerm written = Written.term(row, outcome);
        Written.check(row, written);
        return written;
    }

    private static OptionalDouble last(EvidenceRow row, EvidenceTable table) {
        Double day = table.lastDay().get(row.study());
        return day == null ? OptionalDouble.empty() : OptionalDouble.of(day);
    }

    private static String text(EvidenceRow row) {
        return row.product() + " " + row.preconditioning() + " " + row.arm();
    }

    private Optional<ProductTerm> product(EvidenceRow row) throws Refusal {
        String name = row.product().isEmpty() ? added(row.arm()) : row.product();
        Optional<ProductTerm> found = words.products().of(name);
        if (found.isEmpty() && !(row.product().isEmpty() && name.equals(row.arm()))) {
            throw new Refusal("the product is not known: " + name);
        }
        Optional<ProductTerm> made = words.products().of(name + " of " + row.tissue())
                .filter(term -> found.isPresent() && !found.get().product().isEmpty() && !term.refusal().isEmpty());
        Optional<ProductTerm> term = made.isPresent() ? made : found;
        if (term.isPresent() && !term.get().refusal().isEmpty()) {
            throw new Refusal(term.get().refusal());
        }
        return term;
    }

    /// Of an arm such as `DSS + cells` what is added; the whole where nothing is, or where it is what makes ill.
    private String added(String arm) {
        String last = arm.substring(arm.lastIndexOf('+') + 1).strip();
        return last.isEmpty() || words.insults().of(last).isPresent() ? arm : last;
    }

    private boolean isLost(String text) {
        return words.losses().of(text).filter(LossTerm::lost).isPresent();
    }

    private List<String> routes(EvidenceRow row, ProductTerm term) throws Refusal {
        List<String> possible = words.routes().of(row.route())
                .orElseThrow(() -> new Refusal("the route is not known: " + row.route()));
        if (term.inert()) {
            return possible.subList(0, 1);
        }
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
        List<Double> days = Times.days(row.dosingDays().isEmpty() ? term.days() : row.dosingDays(), true);
        if (days.isEmpty()) {
            days = List.of(induction.usualTreatment());
        }
        Written.doses(days);
        // A course begins on the first day; what was given before it is given then.
        List<Double> given = days.stream().map(day -> StrictMath.max(0, day) + induction.begin()).toList();
        if (term.inert()) {
            return Dosing.inert(route, given);
        }
        String text = text(row);
        String product = priming(row).map(p -> primed(term, p)).orElse(term.product());
        return new Dosing(product, Amounts.of(row.dose(), term), term.unit(), route, given,
                words.losses().of(text).map(LossTerm::values).orElse(Map.of()));
    }

    /// How the product of a row was primed: by what its words say, else by a cell that says what was done to it.
    private Optional<PrimingTerm> priming(EvidenceRow row) {
        return words.preconditioning().of(text(row))
                .or(() -> words.isPriming(row.preconditioning()) && !isLost(text(row))
                        ? Optional.of(new PrimingTerm(""))
                        : Optional.empty());
    }

    private String primed(ProductTerm term, PrimingTerm priming) {
        boolean cells = Entries.of(library.products(), term.product()).doseUnit().equals(CELLS);
        return !priming.product().isEmpty() && cells
                ? priming.product()
                : term.primed().isEmpty() ? term.product() : term.primed();
    }

    private RowDesign row(EvidenceRow row, OutcomeTerm outcome, Group group, List<ArmDesign> arms, Induction induction,
            boolean lost, Assumed assumed) throws Refusal {
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
                product = other.acting().dosing().isPresent();
            }
            contrasts.add(new Contrast(arm.acting(), other.acting(), induction.readOut(), otherDay, traits, others));
        }
        return new RowDesign(row, outcome, group, contrasts, lost, product, assumed.taken());
    }

    private Traits traits(EvidenceRow row, ArmDesign arm, Induction induction, boolean lost) {
        return arm.dosing().map(given -> new Traits(lost, isByVein(given),
                priming(row).isPresent(),
                Traits.late(given.days().getFirst() - induction.begin(), induction.term().treat())))
                .orElse(Traits.NONE);
    }

    private boolean isByVein(Dosing given) {
        return given.route().equals(VEIN) && !given.isInert()
                && Entries.of(library.products(), given.product()).doseUnit().equals(CELLS);
    }

    private Traits others(ComparatorTerm term, Traits own, Dosing given, EvidenceRow row) {
        String name = named(row);
        return switch (term.kind()) {
            case "route" -> own.byVein(isByVein(given));
            case "unprimed" -> own.primed(false).whole();
            case "product" -> new Traits(isLost(name), isByVein(given),
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
            case "dose" -> arm.with(new Dosing(own.product(), dose(term, own, row), own.unit(), own.route(),
                    own.days(), own.lost()));
            case "unprimed" -> arm.with(new Dosing(words.products().of(row.product()).orElseThrow().product(),
                    own.amount(), own.unit(), own.route(), own.days(), Map.of()));
            default -> arm.with(other(own, row));
        };
    }

    /// The other dose: that of the words for cells, in the same proportion to the usual dose for what is not counted in cells.
    private double dose(ComparatorTerm term, Dosing own, EvidenceRow row) {
        return own.unit().equals(CELLS)
                ? term.dose()
                : term.dose() / USUAL_CELLS
                        * words.products().of(row.product()).map(ProductTerm::dose).orElse(own.amount());
    }

    private Dosing other(Dosing own, EvidenceRow row) throws Refusal {
        String name = named(row);
        ProductTerm term = words.products().of(name)
                .orElseThrow(() -> new Refusal("the comparator is not known: " + row.unit()));
        if (term.inert()) {
            return Dosing.inert(own.route(), own.days());
        }
        if (term.product().isEmpty() || !term.refusal().isEmpty()
                || !Entries.of(library.products(), term.product()).routes().containsKey(own.route())) {
            throw new Refusal("the comparator is not known: " + row.unit());
        }
        boolean same = term.product().equals(words.products().of(row.product()).map(ProductTerm::product).orElse(""));
        String product = words.preconditioning().of(name).map(p -> primed(term, p)).orElse(term.product());
        return new Dosing(product, same ? own.amount() : term.dose(), term.unit(), own.route(), own.days(),
                words.losses().of(name).map(LossTerm::values).orElse(Map.of()));
    }
}
