package propria.trial.score.clinic;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;
import propria.engine.random.Poisson;
import propria.trial.score.Diary;
import propria.trial.score.Endoscopy;
import propria.trial.score.Examination;
import propria.trial.score.Laboratory;
import propria.trial.score.Tract;
import propria.trial.score.Visit;

/// Records visits: what a clinic would have written down of a latent course. Chance is named by seed, trial, draw, patient,
/// visit and item, so a visit is the same whoever asks for it, and when.
public final class VisitRecorder {

    /// Ids of the model that a bank must keep for visits to be recorded.
    public static final List<String> QUANTITIES = List.of("liquid_stools", "pain_score", "wellbeing_score",
            "Mayo_stool", "Mayo_bleeding", "Mayo_endoscopy", "Mayo_global", "haematocrit_percent", "weight_loss",
            "matrix", "CRP_serum", "calprotectin_stool", "fistula");

    private static final NormalDistribution STANDARD = new NormalDistribution();
    private static final double HAEMATOCRIT_MEN = 47;
    private static final double HAEMATOCRIT_WOMEN = 42;
    private static final double HAEMATOCRIT_MODEL = 44.5;
    private static final double HEIGHT_MEN = 1.77;
    private static final double HEIGHT_WOMEN = 1.64;

    private final ClinicModel model;
    private final Symptoms symptoms;
    private final Bowel bowel;
    private final Tracts tracts;
    private final long seed;

    /// @param seed of the random streams
    public VisitRecorder(ClinicModel model, long seed) {
        this.model = model;
        this.symptoms = new Symptoms(model);
        this.bowel = new Bowel(model);
        this.tracts = new Tracts(model);
        this.seed = seed;
    }

    /// What is recorded.
    ///
    /// @param trial the number of the trial, from 0
    /// @param visit the number of the visit, from 0
    /// @param now the patient at the visit; needs the [#QUANTITIES]
    public Visit visit(int trial, int draw, int patient, int visit, Latent now) {
        Dice dice = Dice.of(seed, trial, draw, patient);
        double course = Fluctuation.of(now).at(now.days(), dice);
        double shift = symptoms.shift(now) + course
                + model.of("symptom_visit_sd") * dice.normal("symptom", visit, 0);
        List<Tract> found = tracts.find(now, dice, visit);
        return new Visit(now.days(), diary(now, dice, visit, shift), examination(now, dice, visit, shift, found),
                laboratory(now, dice, visit, course), endoscopy(now, dice, visit, Endoscopy.Reader.CENTRAL, course),
                endoscopy(now, dice, visit, Endoscopy.Reader.LOCAL, course), found,
                tracts.elements(now, dice, visit, shift));
    }

    private Diary diary(Latent now, Dice dice, int visit, double shift) {
        List<Integer> stools = new ArrayList<>();
        List<Integer> pain = new ArrayList<>();
        List<Integer> wellbeing = new ArrayList<>();
        double mean = symptoms.stools(now, shift);
        for (int day = 0; day < Diary.DAYS; day++) {
            stools.add((int) Poisson.quantile(mean, dice.uniform("stools", visit, day)));
            pain.add(symptoms.pain().at(now.of("pain_score"), shift, dice.uniform("pain", visit, day)));
            wellbeing.add(symptoms.wellbeing().at(now.of("wellbeing_score"), shift,
                    dice.uniform("wellbeing", visit, day)));
        }
        int frequency = symptoms.stoolFrequency().at(now.of("Mayo_stool"), shift,
                dice.uniform("stool frequency", visit, 0));
        int bleeding = symptoms.bleeding().at(now.of("Mayo_bleeding"), symptoms.bleedingShift(shift),
                dice.uniform("bleeding", visit, 0));
        return new Diary(stools, pain, wellbeing, frequency, bleeding);
    }

    private Examination examination(Latent now, Dice dice, int visit, double shift, List<Tract> found) {
        boolean female = now.has("female") != 0;
        double reference = female ? HAEMATOCRIT_WOMEN : HAEMATOCRIT_MEN;
        double haematocrit = reference * now.of("haematocrit_percent") / HAEMATOCRIT_MODEL
                + now.has("haematocrit")
                + model.of("haematocrit_visit_sd") * dice.normal("haematocrit", visit, 0);
        int level = new Ordinal(2, 3).at(symptoms.massLevel(now), 0, dice.uniform("mass", visit, 0));
        int open = found.stream().anyMatch(Tract::draining) ? 1 : 0;
        int global = symptoms.global().at(now.of("Mayo_global"), symptoms.globalShift(shift),
                dice.uniform("global", visit, 0));
        return new Examination((int) now.has("complications") + open, now.has("antidiarrhoeal") != 0,
                Symptoms.massPoints(level), haematocrit, female,
                now.has("weight") * (1 - now.of("weight_loss") / 100), height(now), global);
    }

    static double height(Latent now) {
        return (now.has("female") != 0 ? HEIGHT_WOMEN : HEIGHT_MEN) + now.has("height");
    }

    private Laboratory laboratory(Latent now, Dice dice, int visit, double course) {
        double protein = now.of("CRP_serum") * factor(now, "CRP_factor")
                * StrictMath.exp(model.of("course_reactive_protein") * course
                        + model.of("reactive_protein_visit_sd") * dice.normal("reactive protein", visit, 0));
        double calprotectin = now.of("calprotectin_stool") * factor(now, "calprotectin_factor")
                * StrictMath.exp(model.of("course_calprotectin") * course
                        + model.of("calprotectin_visit_sd") * dice.normal("calprotectin", visit, 0));
        return new Laboratory(protein, calprotectin);
    }

    /// A factor of the patient; 1 for a patient who has none.
    static double factor(Latent now, String trait) {
        double factor = now.has(trait);
        return factor > 0 ? factor : 1;
    }

    /// One reading. Both readers look at the same pictures: their chances are correlated. On the logit scale the local one
    /// is shifted by the published odds ratio.
    private Endoscopy endoscopy(Latent now, Dice dice, int visit, Endoscopy.Reader reader, double course) {
        double shift = model.of("course_endoscopy") * course
                + (reader == Endoscopy.Reader.LOCAL ? model.of("local_reader_shift") : 0);
        double agreement = reader == Endoscopy.Reader.LOCAL ? model.of("reader_agreement") : 1;
        int subscore = bowel.subscore().at(now.of("Mayo_endoscopy"), shift + now.has("endoscopy"),
                read(dice, "endoscopy", visit, 0, agreement));
        double[][] items = new double[Bowel.SEGMENTS.size()][bowel.items()];
        for (int s = 0; s < items.length; s++) {
            for (int i = 0; i < items[s].length && now.has(Bowel.SEGMENTS.get(s)) != 0; i++) {
                items[s][i] = read(dice, "segment item", visit, s * items[s].length + i, agreement);
            }
        }
        return new Endoscopy(subscore, bowel.segments(now, items, shift));
    }

    private static double read(Dice dice, String item, int visit, int index, double agreement) {
        if (agreement >= 1) {
            return dice.uniform(item, visit, index);
        }
        double own = StrictMath.sqrt(1 - agreement * agreement) * dice.normal(item + ", local", visit, index);
        return STANDARD.cumulativeProbability(agreement * dice.normal(item, visit, index) + own);
    }

    ClinicModel model() {
        return model;
    }

    Symptoms symptoms() {
        return symptoms;
    }

    Bowel bowel() {
        return bowel;
    }

    Tracts tracts() {
        return tracts;
    }
}
