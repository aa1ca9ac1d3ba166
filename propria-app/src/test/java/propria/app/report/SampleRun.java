package propria.app.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Writes a run folder as a study would, from made-up curves. Every number in it is invented: it shows what the report
/// does with a run, nothing about colitis.
final class SampleRun {

    private static final String HEADER = "arm,observable,time_d,unit,n,mean,sd,q05,q25,q50,q75,q95\n";
    private static final List<String> ALL = List.of("healthy", "vehicle", "uc_msc", "primed", "exosome");

    private final List<String> arms;

    private SampleRun(List<String> arms) {
        this.arms = arms;
    }

    /// Writes a run of two arms.
    static Path ofTwoArms(Path folder) throws IOException {
        return new SampleRun(List.of("vehicle", "uc_msc")).write(folder);
    }

    /// Writes a run of five arms.
    static Path ofFiveArms(Path folder) throws IOException {
        return new SampleRun(ALL).write(folder);
    }

    private Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("manifest.json"), manifest());
        Files.writeString(folder.resolve("summary.csv"), HEADER + bands(1));
        Files.writeString(folder.resolve("bands.csv"), HEADER + bands(0.45));
        Files.writeString(folder.resolve("endpoints.csv"), endpoints());
        Files.writeString(folder.resolve("measurements.csv"), measurements());
        Files.writeString(folder.resolve("influence.csv"), influence());
        Files.writeString(folder.resolve("parameters.csv"), parameters());
        Files.writeString(folder.resolve("sources.csv"), SOURCES);
        return folder;
    }

    private static double benefit(String arm) {
        return switch (arm) {
            case "healthy" -> 1;
            case "uc_msc" -> 0.45;
            case "primed" -> 0.62;
            case "exosome" -> 0.4;
            default -> 0;
        };
    }

    private static double course(String observable, String arm, double day) {
        double illness = day <= 0 ? 0 : day < 8 ? 1 / (1 + Math.exp(-(day - 4.5) * 1.3)) : Math.exp(-(day - 8) / 5);
        double treated = day < 2 || arm.equals("healthy")
                ? benefit(arm) == 1 ? 1 : 0
                : benefit(arm) * Math.min(1, (day - 2) / 3);
        double left = illness * (1 - treated);
        return switch (observable) {
            case "DAI" -> 3.4 * left;
            case "body_weight" -> 100 + 0.35 * Math.max(day, 0) - 17 * left;
            default -> 8.4 - 2.3 * left;
        };
    }

    private String bands(double width) {
        StringBuilder csv = new StringBuilder();
        for (String observable : List.of("DAI", "body_weight", "colon_length")) {
            String unit = observable.equals("DAI") ? "points" : observable.equals("body_weight") ? "percent" : "cm";
            double scale = observable.equals("DAI") ? 0.5 : observable.equals("body_weight") ? 4 : 0.6;
            for (String arm : arms) {
                for (double day = -3; day <= 14.001; day += 0.25) {
                    csv.append(band(observable, unit, arm, day, scale * width));
                }
            }
        }
        return csv.toString();
    }

    private static String band(String observable, String unit, String arm, double day, double scale) {
        double middle = course(observable, arm, day);
        double sd = scale * (0.1 + Math.abs(middle - course(observable, "healthy", day))
                / Math.max(1e-9, Math.abs(course(observable, "vehicle", 8) - course(observable, "healthy", 8))));
        double floor = observable.equals("DAI") ? 0 : -1e9;
        return String.format(Locale.ROOT, "%s,%s,%s,%s,2000,%s,%s,%s,%s,%s,%s,%s%n", arm, observable, day, unit,
                middle + sd * 0.05, sd, Math.max(floor, middle - 1.5 * sd), Math.max(floor, middle - 0.7 * sd), middle,
                middle + 0.7 * sd, middle + 1.8 * sd);
    }

    private String endpoints() {
        StringBuilder csv = new StringBuilder("endpoint,arm,estimate,lower,upper,comparator,effect,effect_lower,"
                + "effect_upper,level,what_the_interval_contains\n");
        String contains = "\"uncertainty of the parameters, for the mean of 10 animals\"";
        for (String[] point : new String[][]{{"dai_day8", "DAI", "0.35"}, {"weight_day8", "body_weight", "3.1"},
                {"colon_day8", "colon_length", "0.4"}}) {
            for (String arm : arms) {
                double estimate = course(point[1], arm, 8);
                double half = Double.parseDouble(point[2]);
                double effect = estimate - course(point[1], "vehicle", 8);
                String difference = arm.equals("vehicle") || arm.equals("healthy")
                        ? ",,,"
                        : "vehicle," + effect + "," + (effect - 1.7 * half) + "," + (effect + 1.5 * half);
                csv.append(String.join(",", point[0], arm, "" + estimate, "" + (estimate - half),
                        "" + (estimate + half), difference, "0.9", contains)).append('\n');
            }
        }
        return csv.toString();
    }

    private String measurements() {
        StringBuilder csv = new StringBuilder("arm,observable,time,time_unit,value,unit,spread,spread_kind,n,source,"
                + "place,comparator,pred_q05,pred_q50,pred_q95,inside\n");
        for (String arm : arms) {
            if (arm.equals("healthy") || arm.equals("exosome")) {
                continue;
            }
            for (int day : new int[]{4, 6, 8, 12}) {
                double value = course("DAI", arm, day) * (day == 6 ? 1.5 : 0.96) + 0.1;
                double middle = course("DAI", arm, day);
                String kind = arm.equals("vehicle") ? "SEM" : arm.equals("uc_msc") ? "SEM" : "unknown";
                double low = Math.max(0, middle - 0.5);
                double high = middle + 0.6;
                csv.append(String.format(Locale.ROOT, "%s,DAI,%d,d,%.2f,points,0.25,%s,8,invented-2015,Figure 1b,,"
                        + "%.3f,%.3f,%.3f,%s%n", arm, day, value, kind, low, middle, high,
                        value >= low && value <= high ? "yes" : "no"));
            }
        }
        csv.append("uc_msc,colon_length,8,d,1,direction,,,8,invented-2015,Figure 1d,vehicle,0.2,0.9,1.5,yes\n");
        csv.append("uc_msc,colon_length,12,d,-1,direction,,,8,invented-2015,text,vehicle,0.1,0.4,0.9,no\n");
        csv.append("vehicle,body_weight,8,d,84.5,percent,3.1,SD,10,invented-2015,Figure 1a,,79,83,88,yes\n");
        csv.append("uc_msc,body_weight,8,d,-1.2,g,0.4,SD,10,invented-2012,Table 2,,,,,na\n");
        return csv.toString();
    }

    private static String influence() {
        StringBuilder csv = new StringBuilder("endpoint,parameter,name,spearman,low,high\n");
        String[] names = {"PGE2 secretion by licensed MSC", "share of injected cells trapped in the lung",
                "clearance of MSC from the gut wall", "half-saturation of licensing by IFN-gamma",
                "epithelial repair rate", "rate of monocyte entry", "IL-10 per M2 macrophage",
                "efferocytosis of apoptotic MSC", "damage to the barrier by DSS", "mucus renewal",
                "death of neutrophils", "TNF per M1 macrophage", "switch of macrophages by PGE2",
                "bacterial passage through gaps", "T cell proliferation", "IL-6 clearance"};
        for (String endpoint : List.of("dai_day8", "colon_day8")) {
            for (int i = 0; i < names.length; i++) {
                double r = (0.62 - 0.035 * i) * (i % 3 == 0 ? -1 : 1);
                csv.append(String.format(Locale.ROOT, "%s,p_%d,%s,%.3f,%.3f,%.3f%n", endpoint, i, names[i], r, r - 0.11,
                        r + 0.1));
            }
        }
        return csv.toString();
    }

    private static String parameters() {
        StringBuilder csv = new StringBuilder("id,name,value,low,high,unit,mark,sources,file,line\n");
        for (int i = 0; i < 60; i++) {
            String mark = i % 17 == 5 ? "flagged" : i % 2 == 0 ? "assumed" : "sourced";
            csv.append(String.format(Locale.ROOT, "p_%d,\"parameter number %d, invented\",%s,%s,%s,per_day,%s,%s,"
                    + "library/models/gut/part.ant,%d%n", i, i, 0.1 * (i + 1), 0.05 * (i + 1), 0.2 * (i + 1), mark,
                    mark.equals("assumed") ? "" : "invented-2015#claim", 10 + i));
        }
        return csv.toString();
    }

    private static final String SOURCES = """
            key,title,citation,identifier,status,date,authority,notice,used_by
            invented-2015,An invented paper,"Somebody A, Else B. An invented paper. J Inv 2015;1:1",doi:10.0000/x,ok,2026-01-05,Crossref,,34
            invented-2012,Another invented paper,"Nobody C. Another. J Inv 2012;2:2",doi:10.0000/y,expression_of_concern,2024-03-01,publisher,images under inquiry,3
            invented-2009,A withdrawn paper,"Anybody D. Withdrawn. J Inv 2009;3:3",doi:10.0000/z,retracted,2020-07-09,publisher,figures duplicated,1
            invented-2020,A newer paper,"Third E & Fourth F. <Newer>. J Inv 2020;4:4",pmid:1,not_checked,,,,9
            """;

    private String manifest() {
        StringBuilder list = new StringBuilder();
        for (String arm : arms) {
            list.append(list.isEmpty() ? "" : ",").append(ARM.formatted(arm, name(arm), role(arm), doses(arm)));
        }
        return MANIFEST.formatted(list);
    }

    private static String name(String arm) {
        return switch (arm) {
            case "healthy" -> "Healthy, water only";
            case "uc_msc" -> "Umbilical-cord MSC";
            case "primed" -> "IFN-gamma-primed umbilical-cord MSC";
            case "exosome" -> "Exosomes of MSC";
            default -> "Vehicle (saline)";
        };
    }

    private static String role(String arm) {
        return switch (arm) {
            case "healthy" -> "untreated";
            case "uc_msc" -> "naive_msc";
            case "primed" -> "primed_msc";
            default -> arm;
        };
    }

    private static String doses(String arm) {
        return switch (arm) {
            case "uc_msc" -> DOSE.formatted("msc_umbilical_cord", "umbilical-cord MSC", "1e6", "cells", 2) + ","
                    + DOSE.formatted("msc_umbilical_cord", "umbilical-cord MSC", "1e6", "cells", 5);
            case "primed" -> DOSE.formatted("msc_primed", "primed MSC", "1e6", "cells", 2);
            case "exosome" -> DOSE.formatted("exosomes", "exosomes", "2e9", "particles", 2);
            default -> "";
        };
    }

    private static final String ARM = """
            {"id": "%s", "name": "%s", "role": "%s", "doses": [%s]}""";
    private static final String DOSE = """
            {"product": "%s", "product_name": "%s", "amount": %s, "unit": "%s", "route": "intravenous", "time_d": %d}""";
    private static final String MANIFEST = """
            {"propria": "0.1.0", "created": "2026-11-24T10:15:30Z",
             "study": {"id": "invented", "title": "Umbilical-cord MSC in DSS colitis (invented numbers)",
              "question": "Do two intravenous doses lower disease activity on day 8?", "mirrors": "doi:10.0000/x"},
             "model": {"file": "library/models/gut/gut.ant", "sha256": "ab12", "states": 84, "parameters": 300},
             "inputs": [{"file": "study.yaml", "sha256": "cd34"}], "seed": 1,
             "draws": {"requested": 200, "used": 200, "redrawn": 14},
             "subjects": {"per_arm": 10, "simulated": 10000, "failed": 2},
             "method": {"requested": "AUTOMATIC", "used": "BDF"},
             "tolerances": {"relative": 1e-6, "absolute": 1e-9}, "threads": 2,
             "counters": {"simulations": 10000, "steps": 812345}, "seconds": 38.2,
             "evidence": {"sourced": 141, "assumed": 152, "flagged": 7, "as_of": "2026-11-01"},
             "warnings": [{"code": "S301", "text": "colon length was compared in its direction only"}],
             "arms": [%s],
             "phases": [{"name": "healthy", "from_d": -3, "to_d": 0, "insult": []},
              {"name": "induction", "from_d": 0, "to_d": 8, "insult": [{"name": "DSS", "value": 3, "unit": "%%"}]},
              {"name": "recovery", "from_d": 8, "to_d": 14, "insult": []}],
             "observables": [
              {"id": "DAI", "name": "Disease activity index", "unit": "points", "better": "lower", "range": [0, 4]},
              {"id": "body_weight", "name": "Body weight", "unit": "percent", "better": "higher", "range": null},
              {"id": "colon_length", "name": "Colon length", "unit": "cm", "better": "higher", "range": null}],
             "endpoints": [{"id": "dai_day8", "observable": "DAI", "at_d": 8},
              {"id": "weight_day8", "observable": "body_weight", "at_d": 8},
              {"id": "colon_day8", "observable": "colon_length", "at_d": 8}],
             "summary_sha256": "0123456789abcdef"}
            """;
}
