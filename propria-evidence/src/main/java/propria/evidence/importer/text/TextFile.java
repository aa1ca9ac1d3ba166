package propria.evidence.importer.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// A text file whose encoding nobody has stated: a byte-order mark decides, else it is UTF-8, else, where that is not
/// possible, Windows-1252, with a warning. Memory does not grow with the file until its text is asked for.
///
/// @param path the file
/// @param charset how it is decoded
/// @param skip how many bytes of byte-order mark come first
/// @param warnings E205 where the encoding is a guess
public record TextFile(Path path, Charset charset, int skip, List<Problem> warnings) {

    private static final Charset FALLBACK = Charset.forName("windows-1252");
    private static final int BLOCK = 1 << 16;
    private static final int LONGEST_CHARACTER = 4;

    public TextFile {
        warnings = List.copyOf(warnings);
    }

    /// Finds out how a file is encoded.
    ///
    /// @throws ProblemException E201 when it cannot be read, E203 when it ends within a character
    public static TextFile of(Path path) {
        try {
            byte[] start = start(path);
            if (begins(start, 0xEF, 0xBB, 0xBF)) {
                return new TextFile(path, StandardCharsets.UTF_8, 3, List.of());
            }
            if (begins(start, 0xFF, 0xFE)) {
                return new TextFile(path, StandardCharsets.UTF_16LE, 2, List.of());
            }
            if (begins(start, 0xFE, 0xFF)) {
                return new TextFile(path, StandardCharsets.UTF_16BE, 2, List.of());
            }
            Optional<SourceLocation> bad = notUtf8(path);
            return bad.isEmpty()
                    ? new TextFile(path, StandardCharsets.UTF_8, 0, List.of())
                    : new TextFile(path, FALLBACK, 0, List.of(Problem.warning("E205", bad.get(),
                            "the file is not UTF-8 and is read as Windows-1252", "here is the first such character",
                            "save it as UTF-8 when letters look wrong")));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /// The whole text, line ends as `\n`.
    public String text() {
        try (Reader in = open()) {
            StringBuilder text = new StringBuilder();
            char[] block = new char[BLOCK];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                text.append(block, 0, n);
            }
            return text.toString().replace("\r\n", "\n").replace('\r', '\n');
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /// The lines.
    public List<String> lines() {
        return Arrays.asList(text().split("\n", -1));
    }

    /// The text as it comes.
    public Reader open() throws IOException {
        InputStream in = Files.newInputStream(path);
        in.skipNBytes(skip);
        return new BufferedReader(new InputStreamReader(in, charset), BLOCK);
    }

    /// A place in it.
    public SourceLocation at(int line, int column) {
        return new SourceLocation(path.toString(), line, column);
    }

    /// What to throw for a file that ends too early.
    ///
    /// @param what what was being read
    public static ProblemException endsEarly(SourceLocation place, String what) {
        return new ProblemException(Problem.error("E203", place, "the file ends within " + what,
                "it was probably cut short; nothing of it is used", "download or export it again"));
    }

    /// What to throw for a file that cannot be read.
    public static ProblemException unreadable(Path path, IOException e) {
        boolean absent = e instanceof NoSuchFileException;
        return new ProblemException(Problem.error("E201", SourceLocation.of(path.toString()),
                absent ? "there is no such file" : "the file cannot be read",
                absent ? "" : String.valueOf(e.getMessage()), "check the name and that you may read it"));
    }

    private static byte[] start(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(LONGEST_CHARACTER);
        }
    }

    private static boolean begins(byte[] start, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (start.length <= i || (start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /// The first place that is not UTF-8.
    private static Optional<SourceLocation> notUtf8(Path path) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
        CharBuffer characters = CharBuffer.allocate(BLOCK);
        int line = 1;
        int column = 1;
        try (InputStream in = Files.newInputStream(path)) {
            boolean more = true;
            while (more) {
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                more = n >= 0;
                bytes.position(bytes.position() + Math.max(0, n)).flip();
                CoderResult result = decoder.decode(bytes, characters, !more);
                characters.flip();
                while (characters.hasRemaining()) {
                    boolean ends = characters.get() == '\n';
                    line += ends ? 1 : 0;
                    column = ends ? 1 : column + 1;
                }
                characters.clear();
                if (result.isError()) {
                    SourceLocation place = new SourceLocation(path.toString(), line, column);
                    if (!more && bytes.remaining() < LONGEST_CHARACTER && startsCharacter(bytes)) {
                        throw endsEarly(place, "a character");
                    }
                    return Optional.of(place);
                }
                bytes.compact();
            }
        }
        return Optional.empty();
    }

    /// Whether what is left is the beginning of a UTF-8 character, and not a byte of another encoding before blank text.
    private static boolean startsCharacter(ByteBuffer bytes) {
        int first = bytes.get(bytes.position()) & 0xFF;
        int wanted = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
        for (int i = bytes.position() + 1; i < bytes.limit(); i++) {
            if ((bytes.get(i) & 0xC0) != 0x80) {
                return false;
            }
        }
        return bytes.remaining() < wanted && bytes.remaining() > 1;
    }
}
