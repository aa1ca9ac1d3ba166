package propria.app.studio.answer;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.formats.yaml.YamlMapping;
import propria.formats.yaml.YamlReader;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.study.library.Library;

/// How pages show a model, as the library says: which organ a quantity belongs to, which glyph of the cross-section it
/// moves, which parameters silence a mediator.
public record ViewFile(List<Organ> organs, List<Glyph> glyphs, List<Mediator> mediators) {

    public ViewFile {
        organs = List.copyOf(organs);
        glyphs = List.copyOf(glyphs);
        mediators = List.copyOf(mediators);
    }

    /// A place of the body, with the species that are drawn in it.
    public record Organ(String id, String name, List<String> species) {
        public Organ {
            species = List.copyOf(species);
        }
    }

    /// A part of the cross-section that a quantity moves.
    ///
    /// @param part what is drawn: `stem`, `transit`, `mature`, `secretory`, `mucus`, `junction`, `producers`, `pathobionts`, `bacteria`, `vessel`,
    ///        `denuded`, `inflammatory`
    /// @param low the value at which it is drawn least
    /// @param high the value at which it is drawn most
    public record Glyph(String part, String name, String quantity, double low, double high) {
    }

    /// A way in which a product acts.
    ///
    /// @param off values of parameters under which it does not act
    public record Mediator(String id, String name, Map<String, Double> off) {
        public Mediator {
            off = Map.copyOf(off);
        }
    }

    /// The views of a model: `library/views/MODEL.yaml`.
    ///
    /// @throws ProblemException L030 when the model has none, Y0.. when the file cannot be read
    public static ViewFile read(Library library, String model) {
        Path file = library.root().resolve("views").resolve(model + ".yaml");
        if (!file.toFile().isFile()) {
            throw new ProblemException(Problem.error("L030", "the model `" + model + "` has no view",
                    "there is no library/views/" + model + ".yaml", "write one after the example of views/gut.yaml"));
        }
        YamlMapping yaml = YamlReader.read(file, "library/views/" + model + ".yaml");
        yaml.allow("organs", "glyphs", "mediators");
        return new ViewFile(yaml.mappings("organs").stream().map(ViewFile::organ).toList(),
                yaml.mappings("glyphs").stream().map(ViewFile::glyph).toList(),
                yaml.mappings("mediators").stream().map(ViewFile::mediator).toList());
    }

    private static Organ organ(YamlMapping m) {
        m.allow("id", "name", "species");
        return new Organ(m.text("id"), m.text("name"), m.texts("species"));
    }

    private static Glyph glyph(YamlMapping m) {
        m.allow("part", "name", "quantity", "low", "high");
        return new Glyph(m.text("part"), m.text("name"), m.text("quantity"), m.number("low"), m.number("high"));
    }

    private static Mediator mediator(YamlMapping m) {
        m.allow("id", "name", "off");
        Map<String, Double> off = new LinkedHashMap<>();
        YamlMapping values = m.mapping("off");
        values.keys().forEach(key -> off.put(key.replace(".", "__"), values.number(key)));
        return new Mediator(m.text("id"), m.text("name"), off);
    }
}
