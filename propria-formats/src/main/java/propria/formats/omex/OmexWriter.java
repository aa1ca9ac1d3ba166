package propria.formats.omex;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a COMBINE archive. Metadata among the entries are written as they are; without any, the title becomes some. Entries bear no time of their own, so the same content gives the same bytes.
public final class OmexWriter {

    private static final LocalDateTime SOME_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private OmexWriter() {
    }

    /// Writes a file; one that is there is replaced.
    ///
    /// @throws IOException when it cannot be written
    public static void write(OmexArchive archive, Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            put(zip, Manifest.NAME, Manifest.write(archive).getBytes(StandardCharsets.UTF_8));
            if (archive.entries().stream().noneMatch(OmexArchive.Entry::isMetadata)) {
                put(zip, Metadata.NAME, Metadata.write(archive).getBytes(StandardCharsets.UTF_8));
            }
            for (OmexArchive.Entry entry : archive.entries()) {
                put(zip, entry.location(), entry.content());
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(SOME_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
