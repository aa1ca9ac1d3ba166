package propria.evidence.importer.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import propria.evidence.importer.text.TextFile;

/// Files of lines `TAG - value` with continuation lines, which RIS and MEDLINE share.
final class TaggedText {

    /// One field, with the line at which it begins.
    record Field(String tag, String value, int line) {
    }

    private TaggedText() {
    }

    /// The fields of a file. A line without a tag goes on with the field before it; a blank line is an empty field `""`.
    static List<Field> fields(TextFile file, Pattern form) {
        List<Field> fields = new ArrayList<>();
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher tagged = form.matcher(line);
            if (tagged.matches()) {
                fields.add(new Field(tagged.group(1).strip(), Optional.ofNullable(tagged.group(2)).orElse("").strip(),
                        i + 1));
            } else if (line.isBlank()) {
                fields.add(new Field("", "", i + 1));
            } else if (!fields.isEmpty() && !fields.getLast().tag().isEmpty()) {
                Field last = fields.removeLast();
                fields.add(new Field(last.tag(), last.value() + " " + line.strip(), last.line()));
            }
        }
        return fields;
    }
}
