package propria.trial.score.clinic;

import java.util.ArrayList;
import java.util.List;
import propria.trial.score.Segment;

/// What an endoscopist sees: the subscore of the Mayo score and the items of SES-CD in five segments. A segment that is not
/// affected has none; the others follow the latent endoscopic activity, each with a lasting difference of its own.
final class Bowel {

    /// The segments, by the names of the traits that say whether they are affected.
    static final List<String> SEGMENTS = List.of("ileum", "right_colon", "transverse_colon", "left_colon", "rectum");

    private static final List<String> ACTIVITIES = SEGMENTS.stream().map(segment -> segment + "_activity").toList();
    private static final double MOST = 3;

    private final Ordinal subscore;
    private final Ordinal item;
    private final double segmentLevel;
    private final List<Double> offsets;

    Bowel(ClinicModel model) {
        this.subscore = new Ordinal(3, model.of("endoscopy_slope"));
        this.item = new Ordinal(3, model.of("segment_slope"));
        this.segmentLevel = model.of("segment_level");
        this.offsets = List.of(model.of("ulcer_size_offset"), model.of("ulcerated_offset"),
                model.of("affected_offset"), model.of("narrowing_offset"));
    }

    Ordinal subscore() {
        return subscore;
    }

    /// The level of items in an affected segment, 0 to 3, before the offset of each.
    ///
    /// @param segment its place; its lasting difference is a trait
    double level(Latent now, int segment) {
        double activity = now.of("Mayo_endoscopy") / MOST;
        double edge = StrictMath.min(0.995, StrictMath.max(0.005, activity));
        double logit = StrictMath.log(edge / (1 - edge)) + segmentLevel + now.has("endoscopy")
                + now.has(ACTIVITIES.get(segment));
        return MOST * activity / edge / (1 + StrictMath.exp(-logit));
    }

    /// How many items a segment has.
    int items() {
        return offsets.size();
    }

    /// The items of all segments.
    ///
    /// @param reader by segment and item, a number between 0 and 1
    List<Segment> segments(Latent now, double[][] reader, double shift) {
        List<Segment> segments = new ArrayList<>();
        for (int s = 0; s < SEGMENTS.size(); s++) {
            if (now.has(SEGMENTS.get(s)) == 0) {
                segments.add(new Segment(0, 0, 0, 0));
                continue;
            }
            double level = level(now, s);
            int[] items = new int[offsets.size()];
            for (int i = 0; i < items.length; i++) {
                items[i] = item.at(level + offsets.get(i), shift, reader[s][i]);
            }
            segments.add(consistent(items));
        }
        return segments;
    }

    /// Ulcers have a size and a surface, or neither; no more can be ulcerated than is affected.
    private static Segment consistent(int[] items) {
        int size = items[0];
        int ulcerated = size == 0 ? 0 : StrictMath.max(1, items[1]);
        int affected = size == 0 ? items[2] : StrictMath.max(1, items[2]);
        return new Segment(size, ulcerated, affected, items[3]);
    }

    /// The mean of SES-CD over readings, with each segment at its own level.
    double meanScore(Latent now) {
        double sum = 0;
        for (int s = 0; s < SEGMENTS.size(); s++) {
            if (now.has(SEGMENTS.get(s)) != 0) {
                double level = level(now, s);
                for (double offset : offsets) {
                    sum += item.mean(level + offset, 0);
                }
            }
        }
        return sum;
    }
}
