package propria.app.exchange;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import propria.app.files.ExperimentFile;
import propria.app.files.FileKind;
import propria.formats.omex.OmexArchive;
import propria.formats.omex.OmexWriter;
import propria.formats.sedml.SedmlWriter;
import propria.formats.sedml.document.SedDocument;
import propria.formats.sedml.document.SedModel;

/// An experiment with the models and other files that go with it.
///
/// @param name of the SED-ML file, without its end
/// @param files by place beside the SED-ML file
record Bundle(String name, SedDocument document, SequencedMap<String, byte[]> files, String title) {

    /// An experiment that was opened, with the models that it names. Their places become names beside it.
    static Bundle of(ExperimentFile file, String name) {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        Map<String, String> places = new LinkedHashMap<>();
        List<SedModel> models = new ArrayList<>();
        for (SedModel model : file.document().models()) {
            String other = model.source().startsWith("#") ? model.source().substring(1) : model.source();
            if (file.document().model(other).isPresent()) {
                models.add(model);
                continue;
            }
            String place = places.computeIfAbsent(model.source(), source -> {
                String free = free(source, files);
                files.put(free, file.bytes(source, model.place()));
                return free;
            });
            models.add(new SedModel(model.id(), model.name(), model.language(), place, model.changes(),
                    model.place()));
        }
        SedDocument d = file.document();
        return new Bundle(name, new SedDocument(d.version(), d.notes(), models, d.simulations(), d.tasks(),
                d.dataGenerators(), d.outputs(), d.remarks(), d.place()), files, d.notes().orElse(name));
    }

    private static String free(String source, Map<String, byte[]> files) {
        String name = source.substring(source.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9_.-]", "_");
        String free = name;
        for (int i = 2; files.containsKey(free); i++) {
            free = i + "_" + name;
        }
        return free;
    }

    /// The experiment, opened from memory.
    ExperimentFile open() {
        return new ExperimentFile(name + ".sedml", document,
                source -> files.getOrDefault(source, new byte[0]), List.of());
    }

    /// Writes a COMBINE archive.
    void writeArchive(Path file) throws IOException {
        List<OmexArchive.Entry> entries = new ArrayList<>();
        entries.add(new OmexArchive.Entry(name + ".sedml",
                OmexArchive.SEDML + ".level-1.version-" + document.version(), true,
                SedmlWriter.write(document).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        files.forEach((place, bytes) -> entries.add(new OmexArchive.Entry(place, format(place), false, bytes)));
        OmexWriter.write(new OmexArchive(entries, title, List.of()), file);
    }

    private static String format(String place) {
        if (place.endsWith(".yaml")) {
            return "http://purl.org/NET/mediatypes/application/yaml";
        }
        if (place.endsWith(".tsv")) {
            return "http://purl.org/NET/mediatypes/text/tab-separated-values";
        }
        if (place.endsWith(".csv")) {
            return "http://purl.org/NET/mediatypes/text/csv";
        }
        return FileKind.of(Path.of(place)).map(kind -> switch (kind) {
            case ANTIMONY -> OmexArchive.ANTIMONY;
            case SBML -> OmexArchive.SBML;
            case SEDML -> OmexArchive.SEDML;
            case OMEX -> "http://identifiers.org/combine.specifications/omex";
        }).orElse("http://purl.org/NET/mediatypes/application/octet-stream");
    }

    /// Writes the SED-ML file and what it names beside it; the SED-ML file may be there already, nothing else.
    ///
    /// @return the files written
    List<Path> writeBeside(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path place = folder == null ? Path.of("") : folder;
        for (Map.Entry<String, byte[]> entry : files.entrySet()) {
            Path beside = place.resolve(entry.getKey());
            if (Files.exists(beside) && !java.util.Arrays.equals(Files.readAllBytes(beside), entry.getValue())) {
                throw new FileAlreadyExistsException(beside.toString());
            }
        }
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : files.entrySet()) {
            written.add(Files.write(place.resolve(entry.getKey()), entry.getValue()));
        }
        written.addFirst(Files.writeString(file, SedmlWriter.write(document)));
        return written;
    }
}
