package propria.formats.hash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// SHA-256 (FIPS 180-4), in 64 hexadecimal digits unless said otherwise.
public final class Hash {

    private Hash() {
    }

    /// Of bytes, as 32 bytes.
    public static byte[] bytes(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Of a text in UTF-8.
    public static String of(String text) {
        return HexFormat.of().formatHex(bytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Of the content of a file.
    ///
    /// @throws IOException when it cannot be read
    public static String of(Path file) throws IOException {
        return HexFormat.of().formatHex(bytes(Files.readAllBytes(file)));
    }

    /// Of the names and contents of all files in a folder and its folders, whatever the platform writes between the parts of a
    /// name and in whatever order it lists them.
    ///
    /// @throws IOException when one cannot be read
    public static String ofTree(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return of(folder, all.filter(Files::isRegularFile).toList());
        }
    }

    /// Of the names and contents of some files of a folder, as [#ofTree].
    ///
    /// @throws IOException when one cannot be read
    public static String of(Path folder, List<Path> files) throws IOException {
        List<Path> sorted = files.stream().sorted().toList();
        StringBuilder text = new StringBuilder();
        for (Path file : sorted) {
            text.append(folder.relativize(file).toString().replace('\\', '/')).append(' ').append(of(file))
                    .append('\n');
        }
        return of(text.toString());
    }
}
