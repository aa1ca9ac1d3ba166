package propria.evidence.importer.text;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text that came with LaTeX in it: accents and named letters become characters, braces go.
public final class LatexText {

    private static final Map<String, String> ACCENTS = Map.ofEntries(Map.entry("'", "\u0301"), Map.entry("`", "\u0300"),
            Map.entry("^", "\u0302"), Map.entry("\"", "\u0308"), Map.entry("~", "\u0303"), Map.entry("=", "\u0304"),
            Map.entry(".", "\u0307"), Map.entry("c", "\u0327"), Map.entry("v", "\u030c"), Map.entry("u", "\u0306"),
            Map.entry("H", "\u030b"), Map.entry("k", "\u0328"), Map.entry("r", "\u030a"));
    private static final Map<String, String> LETTERS = Map.ofEntries(Map.entry("ss", "ß"), Map.entry("o", "ø"),
            Map.entry("O", "Ø"), Map.entry("l", "ł"), Map.entry("L", "Ł"), Map.entry("ae", "æ"), Map.entry("AE", "Æ"),
            Map.entry("aa", "å"), Map.entry("AA", "Å"), Map.entry("oe", "œ"), Map.entry("i", "ı"), Map.entry("j", "ȷ"),
            Map.entry("alpha", "α"), Map.entry("beta", "β"), Map.entry("gamma", "γ"), Map.entry("delta", "δ"),
            Map.entry("kappa", "κ"), Map.entry("mu", "µ"), Map.entry("textendash", "–"));
    /// A sign, or a letter that is followed by a brace or a blank, before the letter that bears it.
    private static final Pattern ACCENT = Pattern
            .compile(
                    "\\\\(?:(['`^\"~=.])\\s*|([cvuHkr])(?:\\s+|(?=\\{)))(?:\\{\\s*(\\\\?[A-Za-z])\\s*\\}|(\\\\?[A-Za-z]))");
    private static final Pattern LETTER = Pattern.compile("\\\\([A-Za-z]+)(?:\\{\\}|\\s+|(?![A-Za-z]))");

    /// A command that does something to what is in the braces after it.
    private static final Pattern FORMAT = Pattern.compile("\\\\[A-Za-z]+(?=\\{[^}])");

    private LatexText() {
    }

    /// The text as a person reads it. A command that formats what is in braces goes; any other unknown one
    /// loses its backslash.
    public static String plain(String latex) {
        String text = ACCENT.matcher(latex).replaceAll(found -> {
            String mark = ACCENTS.getOrDefault(found.group(1) == null ? found.group(2) : found.group(1), "");
            String base = (found.group(3) == null ? found.group(4) : found.group(3)).replace("\\", "");
            return Matcher.quoteReplacement(Normalizer.normalize(base + mark, Normalizer.Form.NFC));
        });
        text = FORMAT.matcher(text).replaceAll("");
        text = LETTER.matcher(text).replaceAll(
                found -> Matcher.quoteReplacement(LETTERS.getOrDefault(found.group(1), found.group(1) + " ")));
        text = text.replace("---", "—").replace("--", "–").replaceAll("(?<!\\\\)\\$", "")
                .replaceAll("\\\\([&%_#$ ])", "$1")
                .replaceAll("[{}]", "").replace("~", " ").replace("\\", "");
        return text.replaceAll("\\s+", " ").strip();
    }
}
