package propria.study.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import propria.evidence.Source;
import propria.formats.hash.Hash;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `ro-crate-metadata.json`: what is in a run folder, for machines that know nothing of Propria: RO-Crate 1.1
/// (doi:10.5281/zenodo.4541002), with the files, the run as a `CreateAction`, the program, and what it cites.
final class ResearchObject {

    private static final String LICENCE = "https://spdx.org/licenses/Apache-2.0";
    private static final Map<String, String> FORMATS = Map.of("csv", "text/csv", "tsv", "text/tab-separated-values",
            "json", "application/json", "yaml", "application/yaml", "ant", "text/plain", "bib", "application/x-bibtex",
            "parquet", "application/vnd.apache.parquet");

    private ResearchObject() {
    }

    /// @param folder the run folder with all its files but this
    static String of(RunRecord run, Path folder, String created) throws IOException {
        List<String> files = files(folder);
        List<Map<String, Object>> graph = new ArrayList<>();
        graph.add(entity("ro-crate-metadata.json", "CreativeWork", "conformsTo",
                id("https://w3id.org/ro/crate/1.1"), "about", id("./")));
        List<Source> cited = EvidenceTables.all(run);
        graph.add(entity("./", "Dataset", "name", run.study().title(), "description",
                run.study().question().isBlank() ? run.study().title() : run.study().question(), "datePublished",
                created, "license", id(LICENCE), "hasPart", files.stream().map(ResearchObject::id).toList(), "mentions",
                List.of(id("#run")), "citation", cited.stream().map(ResearchObject::place).map(ResearchObject::id)
                        .distinct().toList()));
        graph.add(entity(LICENCE, "CreativeWork", "name", "Apache License 2.0", "description",
                "The licence of the program and of the library that it read; whoever publishes the run may choose"
                        + " another for what it computed"));
        graph.add(entity("#propria", "SoftwareApplication", "name", "Propria", "softwareVersion", Manifest.version()));
        graph.add(entity("#run", "CreateAction", "name", "Simulation of " + run.study().id(), "instrument",
                id("#propria"), "endTime", created, "object", parts(files, true), "result", parts(files, false)));
        for (String file : files) {
            graph.add(entity(file, "File", "name", file, "encodingFormat", format(file), "contentSize",
                    Long.toString(Files.size(folder.resolve(file))), "sha256", Hash.of(folder.resolve(file))));
        }
        cited.stream().map(ResearchObject::work).distinct().forEach(graph::add);
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("@context", "https://w3id.org/ro/crate/1.1/context");
        root.put("@graph", graph);
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(root) + "\n";
    }

    /// The files of a run folder, with slashes, in the order of the alphabet.
    static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString().replace('\\', '/'))
                    .sorted().toList();
        }
    }

    private static List<Map<String, Object>> parts(List<String> files, boolean inputs) {
        return files.stream().filter(f -> f.startsWith(InputArchive.FOLDER + "/") == inputs).map(ResearchObject::id)
                .toList();
    }

    private static Map<String, Object> id(String id) {
        return Map.of("@id", id);
    }

    private static String place(Source source) {
        return source.identifiers().link().orElse("#source-" + source.key());
    }

    private static Map<String, Object> work(Source source) {
        return entity(place(source), "ScholarlyArticle", "name", source.title(), "description", source.citation(),
                "creativeWorkStatus", source.status().plain());
    }

    private static Map<String, Object> entity(String id, String type, Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("@id", id);
        map.put("@type", type);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static String format(String file) {
        return FORMATS.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
