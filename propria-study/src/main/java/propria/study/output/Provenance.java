package propria.study.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.evidence.Source;
import propria.formats.hash.Hash;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `prov.json`: what was made from what, by which program: W3C PROV (PROV-DM) as PROV-JSON. Files are entities, the run an
/// activity, the program an agent; what a run cites is an entity that it used.
final class Provenance {

    private final Map<String, Object> entities = new LinkedHashMap<>();
    private final Map<String, Object> used = new LinkedHashMap<>();
    private final Map<String, Object> generated = new LinkedHashMap<>();
    private final Map<String, Object> derived = new LinkedHashMap<>();

    private Provenance() {
    }

    /// @param folder the run folder with its tables and inputs
    static String of(RunRecord run, Path folder, String created) throws IOException {
        Provenance prov = new Provenance();
        List<String> files = ResearchObject.files(folder);
        for (String file : files) {
            prov.file(file, Hash.of(folder.resolve(file)));
        }
        for (Source source : EvidenceTables.all(run)) {
            prov.source(source);
        }
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("prefix", Map.of("run", "urn:propria:run:", "source", "urn:propria:source:", "propria",
                "urn:propria:"));
        root.put("entity", prov.entities);
        root.put("activity", Map.of("run:simulation", Map.of("prov:endTime", created, "propria:seed",
                Long.toString(run.work().seed()), "propria:draws", Integer.toString(run.work().draws()),
                "propria:study", run.study().id())));
        root.put("agent", Map.of("propria:program", Map.of("prov:type",
                Map.of("$", "prov:SoftwareAgent", "type", "prov:QUALIFIED_NAME"), "propria:version",
                Manifest.version())));
        root.put("wasAssociatedWith", Map.of("_:with", Map.of("prov:activity", "run:simulation", "prov:agent",
                "propria:program")));
        root.put("used", prov.used);
        root.put("wasGeneratedBy", prov.generated);
        root.put("wasDerivedFrom", prov.derived);
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(root) + "\n";
    }

    private void file(String file, String hash) {
        String id = "run:" + file;
        entities.put(id, Map.of("prov:label", file, "propria:sha256", hash));
        if (file.startsWith(InputArchive.FOLDER + "/")) {
            used.put("_:u" + used.size(), Map.of("prov:activity", "run:simulation", "prov:entity", id));
        } else {
            generated.put("_:g" + generated.size(), Map.of("prov:activity", "run:simulation", "prov:entity", id));
        }
    }

    private void source(Source source) {
        String id = "source:" + source.key();
        Map<String, Object> of = new LinkedHashMap<>();
        of.put("prov:label", source.title());
        source.identifiers().best().ifPresent(best -> of.put("propria:identifier", best));
        of.put("propria:integrity", source.status().word());
        entities.put(id, of);
        used.put("_:u" + used.size(), Map.of("prov:activity", "run:simulation", "prov:entity", id));
        derived.put("_:d" + derived.size(), Map.of("prov:generatedEntity", "run:summary.csv", "prov:usedEntity", id));
    }
}
