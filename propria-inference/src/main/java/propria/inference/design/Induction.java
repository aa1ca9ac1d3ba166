package propria.inference.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import propria.inference.design.ArmDesign.Exposure;
import propria.inference.table.EvidenceRow;
import propria.inference.vocabulary.Vocabulary;
import propria.inference.vocabulary.Vocabulary.InsultTerm;
import propria.inference.vocabulary.Vocabulary.SeriesTerm;

/// How the subjects of a row are made ill, and when it is read.
///
/// @param term the words of the vocabulary
/// @param begin the first day of the first exposure [d]
record Induction(InsultTerm term, ArmDesign design, double begin, double readOut) {

    private static final String WILD = "wild-type";
    /// A bolus acts at once; the end of its phase has no meaning.
    private static final double MOMENT = 0.25;

    static Induction of(EvidenceRow row, Vocabulary words, OptionalDouble lastDay) throws Refusal {
        if (row.study().startsWith("human") || row.host().startsWith("human")) {
            throw new Refusal("the subjects are human; the calibration is of mice");
        }
        String arm = row.arm().toLowerCase(java.util.Locale.ROOT);
        String disease = course(row.disease().toLowerCase(java.util.Locale.ROOT),
                arm + " " + row.outcome().toLowerCase(java.util.Locale.ROOT));
        InsultTerm term = term(row, words, arm + " " + disease);
        if (!disease.isBlank() && !arm.isEmpty() && !words.series().of(row.study()).isPresent()
                && words.insults().of(disease).isEmpty() && !row.disease().equals(row.study())) {
            throw new Refusal("how the subjects were made ill is not known: " + row.disease());
        }
        Optional<SeriesTerm> series = words.series().of(row.study());
        String population = term.population().isEmpty()
                ? words.populations().of(row.host()).orElse(WILD)
                : term.population();
        double begin = series.map(SeriesTerm::from).orElse(0.0);
        double level = known(series.map(SeriesTerm::level), first(Times.percent(arm), percentOf(disease, term)),
                term.level());
        double days = known(series.map(SeriesTerm::days), first(Times.lasts(arm), Times.lasts(disease)), term.days());
        OptionalDouble stated = first(Times.day(row.day()), first(lastDay, Times.readOut(disease)));
        if (stated.isPresent() && stated.getAsDouble() < StrictMath.min(0, begin)) {
            throw new Refusal(
                    "it was read on day " + stated.getAsDouble() + ", before the first day of its table, and the model"
                            + " stands still until something is done to its subjects");
        }
        return new Induction(term, new ArmDesign(population, exposures(term, begin, level, days), Optional.empty()),
                begin, stated.orElse(begin + term.readOut()));
    }

    /// When a product is given where the table does not say: as usual; of subjects that are ill by birth, whose days a table may
    /// count from the first dose, not later than half way to the reading [d].
    double usualTreatment() {
        double read = readOut - begin;
        return term.insult().isEmpty() && read > 0 && term.treat() >= read ? read / 2 : term.treat();
    }

    /// How subjects were made ill; by what they are, where the words on their disease name nothing that the model has.
    private static InsultTerm term(EvidenceRow row, Vocabulary words, String text) throws Refusal {
        Optional<InsultTerm> found = words.insults().of(text);
        if (found.isPresent() && !found.get().refusal().isEmpty()) {
            Optional<InsultTerm> born = words.insults().of(row.host())
                    .filter(term -> term.refusal().isEmpty() && term.insult().isEmpty());
            return born.orElseThrow(() -> new Refusal(found.get().refusal()));
        }
        return found.orElseThrow(() -> new Refusal("how the subjects were made ill is not known: " + row.disease()));
    }

    /// Of a study with an acute and a chronic part, the part that the arm or the outcome names; the acute one if neither.
    private static String course(String disease, String arm) {
        boolean both = disease.contains("acute") && disease.contains("chronic");
        return (both && !arm.contains("chronic")) || arm.contains("acute")
                ? disease.replaceAll("[;,] .*chronic.*| and .*chronic.*|chronic.*", "")
                : disease;
    }

    private static OptionalDouble percentOf(String disease, InsultTerm term) {
        return term.insult().equals("DSS") ? Times.percent(disease) : OptionalDouble.empty();
    }

    private static OptionalDouble first(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() ? one : other;
    }

    private static double known(Optional<Double> series, OptionalDouble text, double typical) {
        return series.filter(value -> !value.isNaN()).orElse(text.orElse(typical));
    }

    private static List<Exposure> exposures(InsultTerm term, double begin, double level, double days) {
        List<Exposure> exposures = new ArrayList<>();
        for (int cycle = 0; !term.insult().isEmpty() && cycle < term.cycles(); cycle++) {
            double from = begin + cycle * term.period();
            exposures.add(new Exposure(term.insult(), level, from, from + StrictMath.max(days, MOMENT)));
        }
        return exposures;
    }
}
