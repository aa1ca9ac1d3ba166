package propria.app.report.chart;

import propria.app.report.data.Rows.Measurement;
import propria.app.text.Figures;

/// The bars of published values, and what they are called.
public final class ErrorBars {

    private ErrorBars() {
    }

    /// Half the length of the bar of a published value; zero where no spread was published.
    static double half(Measurement m) {
        double spread = m.spread().orElse(0);
        return m.spreadKind().equals("IQR") ? spread / 2 : spread;
    }

    /// `n = 8, bar SEM`: how many animals and what the bar is, as published.
    public static String label(Measurement m) {
        String n = m.n().isBlank() ? "n unknown" : "n = " + m.n();
        return n + ", " + kind(m);
    }

    private static String kind(Measurement m) {
        if (m.spread().isEmpty()) {
            return "no spread given";
        }
        return switch (m.spreadKind()) {
            case "SD", "SEM", "IQR" -> "bar " + m.spreadKind();
            case "CI95" -> "bar 95 % interval";
            default -> "bar of unknown kind";
        };
    }

    /// `3.1 ± 0.4 (SEM)`: value and spread as text.
    public static String value(Measurement m) {
        if (m.spread().isEmpty()) {
            return Figures.of(m.value());
        }
        String kind = m.spreadKind().isBlank() ? "unknown" : m.spreadKind();
        String sign = m.spreadKind().equals("IQR") ? ", width " : " ± ";
        return Figures.of(m.value()) + sign + Figures.significant(m.spread().getAsDouble(), 2) + " (" + kind + ")";
    }
}
