package propria.formats.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/// An archive from a list of files as text, so that what is fuzzed is what the files are and not the packing alone.
final class Packed {

    private static final String MARK = "== ";

    private Packed() {
    }

    static byte[] of(byte[] input) throws IOException {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        if (!text.startsWith(MARK)) {
            return input;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : text.substring(MARK.length()).split("\n" + MARK, -1)) {
                int end = part.indexOf('\n') < 0 ? part.length() : part.indexOf('\n');
                put(zip, part.substring(0, end), part.substring(Math.min(part.length(), end + 1)));
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.ISO_8859_1));
            zip.closeEntry();
        } catch (ZipException | IllegalArgumentException _) {
            // a second file of one name, or a name that is too long: the archive goes without it
        }
    }
}
