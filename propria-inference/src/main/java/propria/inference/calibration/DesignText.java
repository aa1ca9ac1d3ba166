package propria.inference.calibration;

import java.util.StringJoiner;
import java.util.TreeMap;
import propria.inference.design.ArmDesign;
import propria.inference.design.RowDesign;
import propria.inference.design.RowDesign.Contrast;

/// A design as one line that is the same for the same design, wherever its table lies.
final class DesignText {

    private DesignText() {
    }

    static String of(RowDesign row) {
        StringJoiner text = new StringJoiner("|");
        text.add(row.row().key()).add(row.row().mean().toString()).add(row.row().n().toString())
                .add(row.row().spreadKind()).add(row.row().unit()).add(row.outcome().toString())
                .add(row.group().name()).add(row.lost() + "," + row.againstProduct());
        for (Contrast contrast : row.contrasts()) {
            text.add(arm(contrast.arm())).add(arm(contrast.comparator()))
                    .add(contrast.day() + "," + contrast.comparatorDay()).add(contrast.traits().toString())
                    .add(contrast.others().toString());
        }
        return text.toString();
    }

    private static String arm(ArmDesign arm) {
        return arm.population() + arm.exposures()
                + arm.dosing().map(d -> d.product() + d.amount() + d.unit() + d.route() + d.days()
                        + new TreeMap<>(d.lost())).orElse("");
    }
}
