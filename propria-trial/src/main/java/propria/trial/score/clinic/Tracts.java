package propria.trial.score.clinic;

import java.util.ArrayList;
import java.util.List;
import propria.trial.score.Perianal;
import propria.trial.score.Tract;

/// What is found around the anal canal. Each treated opening drains while the open share of the patient's tract is above a
/// threshold of its own; compression may err, and so may the reader of magnetic resonance.
record Tracts(ClinicModel model) {

    private static final String OPEN = "fistula";

    /// How many treated openings a patient has.
    static int count(Latent now) {
        return (int) now.has("tracts");
    }

    /// The open share above which an opening drains.
    double threshold(Dice dice, int opening) {
        return model.of("tract_threshold")
                * StrictMath.exp(model.of("tract_threshold_sd") * dice.lasting("opening", opening));
    }

    List<Tract> find(Latent now, Dice dice, int visit) {
        List<Tract> tracts = new ArrayList<>();
        double open = now.of(OPEN);
        for (int i = 0; i < count(now); i++) {
            boolean drains = open >= threshold(dice, i);
            boolean erred = dice.uniform("compression", visit, i) < model.of("compression_error");
            double chance = model.of(drains ? "collection_open" : "collection_closed");
            boolean collection = propria.engine.random.Normal.quantile(chance) > dice.lasting("collection", i);
            double seen = collection ? model.of("reader_sensitivity") : 1 - model.of("reader_specificity");
            tracts.add(new Tract(drains != erred, dice.uniform("resonance", visit, i) < seen,
                    open < model.of("fibrotic_threshold")));
        }
        return tracts;
    }

    Ordinal element() {
        return new Ordinal(4, model.of("perianal_slope"));
    }

    /// The level of the elements of PDAI, 0 to 4.
    double level(Latent now) {
        return model.of("perianal_level") * now.of(OPEN);
    }

    Perianal elements(Latent now, Dice dice, int visit, double shift) {
        if (count(now) == 0) {
            return new Perianal(0, 0, 0, 0, 0);
        }
        int[] items = new int[5];
        for (int i = 0; i < items.length; i++) {
            items[i] = element().at(level(now), now.has("perianal") + shift, dice.uniform("perianal", visit, i));
        }
        return new Perianal(items[0], items[1], items[2], items[3], items[4]);
    }
}
