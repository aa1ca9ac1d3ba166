package propria.formats.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import propria.formats.antimony.AntimonyReader;
import propria.formats.antimony.AntimonyWriter;
import propria.formats.omex.OmexArchive;
import propria.formats.omex.OmexReader;
import propria.formats.omex.OmexWriter;
import propria.formats.sbml.SbmlReader;
import propria.formats.sbml.SbmlWriter;
import propria.formats.sedml.SedmlReader;
import propria.formats.sedml.SedmlWriter;
import propria.model.Model;

/// Each reader under any bytes. What is read is written and read again: the second text must equal the first.
class ReadersFuzzTest {

    private static final String DURATION = "10m";

    @FuzzTest(maxDuration = DURATION)
    @DictionaryFile(resourcePath = "/propria/formats/fuzz/sbml.dict")
    void sbml(byte @NotNull [] input) throws Exception {
        Bounded.check(() -> {
            Model model = SbmlReader.readText(new String(input, StandardCharsets.UTF_8), "fuzzed.xml");
            String text = SbmlWriter.write(model);
            assertThat(SbmlWriter.write(SbmlReader.readText(text, "again.xml"))).isEqualTo(text);
        });
    }

    @FuzzTest(maxDuration = DURATION)
    @DictionaryFile(resourcePath = "/propria/formats/fuzz/antimony.dict")
    void antimony(byte @NotNull [] input) throws Exception {
        Bounded.check(() -> {
            Model model = AntimonyReader.readText(new String(input, StandardCharsets.UTF_8), "fuzzed.ant");
            String text = AntimonyWriter.write(model);
            assertThat(AntimonyWriter.write(AntimonyReader.readText(text, "again.ant"))).isEqualTo(text);
        });
    }

    @FuzzTest(maxDuration = DURATION)
    @DictionaryFile(resourcePath = "/propria/formats/fuzz/sedml.dict")
    void sedml(byte @NotNull [] input) throws Exception {
        Bounded.check(() -> {
            String text = SedmlWriter.write(SedmlReader.readBytes(input, "fuzzed.sedml"));
            assertThat(SedmlWriter.write(SedmlReader.readText(text, "again.sedml"))).isEqualTo(text);
        });
    }

    /// The input is an archive if it begins as one; else a list of files, each after a line `== NAME`, which are packed.
    @FuzzTest(maxDuration = DURATION)
    @DictionaryFile(resourcePath = "/propria/formats/fuzz/omex.dict")
    void omex(byte @NotNull [] input) throws Exception {
        Path file = Files.createTempFile("fuzzed", ".omex");
        Path again = Files.createTempFile("again", ".omex");
        try {
            Files.write(file, Packed.of(input));
            Bounded.check(() -> writtenAndRead(OmexReader.read(file), again));
        } finally {
            Files.delete(file);
            Files.delete(again);
        }
    }

    private static void writtenAndRead(OmexArchive archive, Path file) throws IOException {
        OmexWriter.write(archive, file);
        OmexArchive back = OmexReader.read(file);
        boolean own = archive.entries().stream().anyMatch(OmexArchive.Entry::isMetadata);
        assertThat(back.entries().stream().filter(entry -> own || !entry.isMetadata()).toList())
                .usingRecursiveComparison().isEqualTo(archive.entries());
        assertThat(back.title()).isEqualTo(archive.title());
    }
}
