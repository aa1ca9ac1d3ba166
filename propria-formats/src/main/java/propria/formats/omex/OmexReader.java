package propria.formats.omex;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;

/// Reads a COMBINE archive. What is counted is what comes out while it is read, not what the file says of itself.
public final class OmexReader {

    /// The largest archive [bytes].
    public static final long LARGEST_FILE = 200L << 20;

    /// The most files in an archive.
    public static final int MOST_ENTRIES = 2000;

    /// The most that all files together may come to [bytes].
    public static final long LARGEST_CONTENT = 500L << 20;

    /// The most by which a file may grow when it is unpacked; small files are not held to it.
    public static final long HIGHEST_RATIO = 200;

    private static final long SMALL = 1 << 20;
    private static final int PIECE = 1 << 16;
    private static final int BEGIN = 4096;

    private final SourceLocation place;
    private final List<Problem> remarks = new ArrayList<>();
    private long total;

    private OmexReader(Path file) {
        this.place = SourceLocation.of(file.toString());
    }

    /// Reads a file.
    ///
    /// @throws ProblemException C001 to C009
    public static OmexArchive read(Path file) {
        OmexReader reader = new OmexReader(file);
        return reader.archive(reader.files(file));
    }

    private OmexArchive archive(Map<String, byte[]> files) {
        List<OmexArchive.Entry> entries = new ArrayList<>();
        for (Manifest.Row row : rows(files)) {
            String location = location(row.location());
            if (location.equals(Manifest.NAME) || location.isEmpty()) {
                continue;
            }
            byte[] content = files.get(location);
            if (content == null) {
                remarks.add(Problem.warning("C007", place, "the archive has no " + row.location(),
                        "its manifest names it", ""));
            } else if (entries.stream().noneMatch(e -> e.location().equals(location))) {
                entries.add(new OmexArchive.Entry(location, row.format(), row.master(), content));
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String location = file.getKey();
            if (!location.equals(Manifest.NAME) && entries.stream().noneMatch(e -> e.location().equals(location))) {
                remarks.add(Problem.warning("C010", place, "the manifest does not name " + location, "", ""));
                entries.add(new OmexArchive.Entry(location, format(location, file.getValue()), false, file.getValue()));
            }
        }
        String title = files.entrySet().stream().filter(e -> e.getKey().equals(Metadata.NAME)).findFirst()
                .map(e -> Metadata.title(e.getValue())).orElse("");
        return new OmexArchive(entries, title, remarks);
    }

    /// What the manifest lists; without one, all files, their formats from how they begin.
    private List<Manifest.Row> rows(Map<String, byte[]> files) {
        byte[] manifest = files.get(Manifest.NAME);
        if (manifest != null) {
            return Manifest.read(manifest, place + "!" + Manifest.NAME);
        }
        if (files.isEmpty()) {
            throw problem("C006", "the archive is empty", "", "pack it as a COMBINE archive");
        }
        remarks.add(Problem.warning("C006", place, "the archive has no manifest.xml",
                "what its files are is taken from how they begin", ""));
        return files.keySet().stream()
                .map(name -> new Manifest.Row(name, format(name, files.getOrDefault(name, new byte[0])), false))
                .toList();
    }

    private static String format(String name, byte[] content) {
        if (name.equals(Metadata.NAME)) {
            return Metadata.FORMAT;
        }
        String begin = new String(content, 0, Math.min(content.length, BEGIN), StandardCharsets.ISO_8859_1);
        if (begin.contains("<sedML")) {
            return OmexArchive.SEDML;
        }
        return begin.contains("<sbml")
                ? OmexArchive.SBML
                : "http://purl.org/NET/mediatypes/" + (name.endsWith(".xml")
                        ? "application/xml"
                        : "application/octet-stream");
    }

    private Map<String, byte[]> files(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw problem("C003", "the archive is too large",
                        Files.size(file) + " bytes; at most " + LARGEST_FILE + " are read", "split it");
            }
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return files(zip);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw problem("C001", "the archive cannot be read", String.valueOf(e.getMessage()),
                    "name a COMBINE archive, which is a zip file");
        }
    }

    private Map<String, byte[]> files(ZipFile zip) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw problem("C002", "the archive holds too many files", zip.size() + "; at most " + MOST_ENTRIES
                    + " are read", "split it");
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        Enumeration<? extends ZipEntry> all = zip.entries();
        while (all.hasMoreElements()) {
            ZipEntry entry = all.nextElement();
            if (!entry.isDirectory()) {
                String location = location(entry.getName());
                if (location.isEmpty()) {
                    throw problem("C005", "a file of the archive has no name", "", "pack it again");
                }
                byte[] content = content(zip, entry);
                if (files.putIfAbsent(location, content) != null) {
                    throw problem("C009", "the archive holds a file twice", location, "pack it again");
                }
            }
        }
        return files;
    }

    private byte[] content(ZipFile zip, ZipEntry entry) throws IOException {
        long packed = Math.max(1, entry.getCompressedSize());
        java.io.ByteArrayOutputStream content = new java.io.ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                content.write(piece, 0, read);
                total += read;
                if (total > LARGEST_CONTENT) {
                    throw problem("C003", "the files of the archive are too large together",
                            "at most " + LARGEST_CONTENT + " bytes are read", "split it");
                }
                if (content.size() > SMALL && content.size() / packed > HIGHEST_RATIO) {
                    throw problem("C004", "a file of the archive grows without measure when it is unpacked",
                            entry.getName() + ": more than " + HIGHEST_RATIO + " times its packed size",
                            "do not trust this archive");
                }
            }
        }
        CRC32 sum = new CRC32();
        sum.update(content.toByteArray());
        if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
            throw problem("C001", "a file of the archive is damaged",
                    entry.getName() + " does not match its check sum", "pack or fetch it again");
        }
        return content.toByteArray();
    }

    /// A place within the archive; each `./` before it is removed.
    private String location(String name) {
        String location = name;
        while (location.startsWith("./")) {
            location = location.substring(2);
        }
        boolean outside = location.startsWith("/") || location.contains("\\") || location.matches("[A-Za-z]:.*")
                || List.of(location.split("/")).contains("..")
                || location.chars().anyMatch(c -> Character.isISOControl(c) || c >= 0xFFFE);
        if (outside) {
            throw problem("C005", "the archive names a place outside itself", name, "do not trust this archive");
        }
        return location.equals(".") ? "" : location;
    }

    private ProblemException problem(String code, String what, String why, String fix) {
        return new ProblemException(Problem.error(code, place, what, why, fix));
    }
}
