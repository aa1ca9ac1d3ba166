package propria.evidence.importer.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text that came with HTML in it: entities become characters, tags of markup within a line go, white space is one blank.
public final class HtmlText {

    private static final Pattern ENTITY = Pattern
            .compile("&(#x[0-9A-Fa-f]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,9});");
    private static final Pattern TAG = Pattern
            .compile("</?(?:(?:jats|mml):[a-z-]+|i|b|u|em|strong|sub|sup|scp|span|p|br"
                    + "|title|sc|bold|italic)(?:\\s[^<>]*)?/?>", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Integer> NAMES = new HashMap<>();

    static {
        run(160, "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3"
                + " acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde"
                + " Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute"
                + " Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde"
                + " auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute"
                + " ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml");
        run(0x391, "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau"
                + " Upsilon Phi Chi Psi Omega");
        run(0x3B1,
                "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma"
                        + " tau upsilon phi chi psi omega");
        run(0x2010, "hyphen - - ndash mdash");
        run(0x2018, "lsquo rsquo sbquo - ldquo rdquo bdquo");
        NAMES.putAll(Map.of("amp", 38, "lt", 60, "gt", 62, "quot", 34, "apos", 39, "hellip", 0x2026, "prime", 0x2032,
                "minus", 0x2212, "le", 0x2264, "ge", 0x2265));
        NAMES.putAll(Map.of("thinsp", 0x2009, "ensp", 0x2002, "emsp", 0x2003, "trade", 0x2122, "rarr", 0x2192, "ne",
                0x2260, "sim", 0x223C, "scaron", 0x161, "Scaron", 0x160, "oelig", 0x153));
    }

    private HtmlText() {
    }

    private static void run(int first, String names) {
        List<String> all = List.of(names.split(" "));
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).equals("-")) {
                NAMES.put(all.get(i), first + i);
            }
        }
    }

    /// The text as a person reads it. What was encoded twice (`&amp;eacute;`) is decoded twice; an unknown entity and a
    /// `<` that begins no tag stay.
    public static String plain(String html) {
        String text = TAG.matcher(entities(html)).replaceAll("");
        return entities(text).replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
    }

    private static String entities(String text) {
        Matcher entity = ENTITY.matcher(text);
        return entity.replaceAll(found -> Matcher.quoteReplacement(character(found.group(1), found.group())));
    }

    private static String character(String name, String whole) {
        int code = name.startsWith("#x")
                ? Integer.parseInt(name.substring(2), 16)
                : name.startsWith("#") ? Integer.parseInt(name.substring(1)) : NAMES.getOrDefault(name, -1);
        return Character.isValidCodePoint(code) && code > 0 ? Character.toString(code) : whole;
    }
}
