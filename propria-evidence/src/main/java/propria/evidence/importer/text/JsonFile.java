package propria.evidence.importer.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A JSON file as its items, each with the place where it begins.
public final class JsonFile {

    private JsonFile() {
    }

    /// One item.
    public record Item(JsonNode node, SourceLocation place) {
    }

    /// The objects of a file: those of its outermost list, those of the list under `items` at any depth, or the one object
    /// that it is.
    ///
    /// @throws ProblemException E203 when it ends early, E204 when it is not JSON
    public static List<Item> items(TextFile file) {
        String text = file.text();
        try {
            JsonNode root = JsonMapper.shared().readTree(text);
            if (root == null || root.isMissingNode()) {
                throw TextFile.endsEarly(file.at(1, 1), "nothing: it is empty");
            }
            JsonNode list = root.isArray() ? root : root.findValue("items");
            if (list == null || !list.isArray()) {
                return List.of(new Item(root, file.at(1, 1)));
            }
            List<SourceLocation> places = places(text, file, root.isArray());
            List<Item> items = new ArrayList<>();
            for (JsonNode node : list) {
                items.add(new Item(node, items.size() < places.size() ? places.get(items.size()) : file.at(1, 1)));
            }
            return items;
        } catch (UnexpectedEndOfInputException e) {
            throw TextFile.endsEarly(at(file, e), "an object");
        } catch (JacksonException e) {
            boolean end = String.valueOf(e.getOriginalMessage()).contains("end-of-input");
            throw end
                    ? TextFile.endsEarly(at(file, e), "an object")
                    : new ProblemException(Problem.error("E204", at(file, e), "this is not JSON",
                            String.valueOf(e.getOriginalMessage()), "export or download the file again"));
        }
    }

    private static SourceLocation at(TextFile file, JacksonException e) {
        TokenStreamLocation place = e.getLocation();
        return place == null ? file.at(0, 0) : file.at(place.getLineNr(), place.getColumnNr());
    }

    /// Where the items of the list begin.
    private static List<SourceLocation> places(String text, TextFile file, boolean atRoot) {
        List<SourceLocation> places = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        try (JsonParser parser = JsonMapper.shared().createParser(text)) {
            String name = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean inList = atRoot ? open.size() == 1 : "items".equals(open.peek());
                switch (token) {
                    case PROPERTY_NAME -> name = parser.currentName();
                    case START_ARRAY -> {
                        open.push(name);
                        name = "";
                    }
                    case START_OBJECT -> {
                        if (inList) {
                            TokenStreamLocation place = parser.currentTokenLocation();
                            places.add(file.at(place.getLineNr(), place.getColumnNr()));
                        }
                        open.push("{" + name);
                        name = "";
                    }
                    case END_ARRAY, END_OBJECT -> {
                        String closed = open.pop();
                        if (!atRoot && closed.equals("items") && !places.isEmpty()) {
                            return places;
                        }
                    }
                    default -> name = "";
                }
            }
        }
        return places;
    }
}
