package propria.formats.antimony.write;

import java.util.List;
import java.util.Optional;
import propria.formats.antimony.comment.Comments;
import propria.formats.antimony.flatten.Attributes;
import propria.model.Description;
import propria.model.Description.Annotation;

/// The lines of a model, in sections.
final class Lines {

    private final StringBuilder text = new StringBuilder();
    private String section = "";

    /// Names the section that the next lines belong to; a section without lines leaves no trace.
    void section(String title) {
        section = title;
    }

    void add(String line) {
        if (!section.isEmpty()) {
            text.append("\n  // ").append(section).append('\n');
            section = "";
        }
        text.append("  ").append(line).append('\n');
    }

    /// A line with the comments that belong to what it defines.
    void define(String line, Description about) {
        List<String> behind = comments(about, Comments.BEHIND);
        comments(about, Comments.BEFORE).forEach(comment -> add("// " + comment));
        if (behind.size() > 1) {
            behind.forEach(comment -> add("// " + comment));
        }
        add(behind.size() == 1 ? line + "  // " + behind.getFirst() : line);
    }

    /// The comments of one kind that an element has.
    static List<String> comments(Description description, String kind) {
        return description.annotations().stream().filter(annotation -> annotation.qualifier().equals(kind))
                .map(Annotation::value).toList();
    }

    private static boolean isComment(Annotation annotation) {
        return List.of(Comments.BEFORE, Comments.BEHIND, Comments.AFTER).contains(annotation.qualifier());
    }

    /// Unit, name, sources, interval and all else that is known of an element.
    void about(String id, Optional<String> unit, Description description) {
        unit.ifPresent(name -> add("  " + id + " has " + name));
        description.name().ifPresent(name -> add("  " + id + " is " + Quoted.text(name)));
        if (!description.sources().isEmpty()) {
            add("  " + id + " isDescribedBy " + Quoted.texts(description.sources()));
        }
        description.interval().ifPresent(interval -> add("  " + id + ".confidenceInterval = {"
                + Quoted.number(interval.low()) + ", " + Quoted.number(interval.high()) + "}"));
        for (Annotation annotation : description.annotations()) {
            if (isComment(annotation)) {
                continue;
            }
            String known = Attributes.isKnown(annotation.qualifier()) ? "  " : "  // ";
            add(known + id + " " + annotation.qualifier() + " " + Quoted.texts(List.of(annotation.value())));
        }
        description.notes().ifPresent(notes -> add("  " + id + " notes " + Quoted.text(notes)));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
