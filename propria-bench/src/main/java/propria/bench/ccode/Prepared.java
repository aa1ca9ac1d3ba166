package propria.bench.ccode;

import java.util.LinkedHashMap;
import java.util.Map;

/// What depends on parameters alone: computed once when a parameter changes, into the array `q`.
final class Prepared {

    private final Map<String, Integer> places = new LinkedHashMap<>();

    /// The value to use in place of `value`: its place in `q` where it is worth computing once.
    CValue of(CValue value) {
        if (value.varying() || !value.compound()) {
            return value;
        }
        int place = places.computeIfAbsent(value.text(), _ -> places.size());
        return CValue.place("q[" + place + "]", false);
    }

    int size() {
        return places.size();
    }

    /// The statements that fill `q`; each uses only places before its own.
    String statements() {
        StringBuilder text = new StringBuilder();
        places.forEach((value, place) -> text.append("  q[").append(place).append("] = ").append(value).append(";\n"));
        return text.toString();
    }
}
