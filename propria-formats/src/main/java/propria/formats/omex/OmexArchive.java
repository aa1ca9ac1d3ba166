package propria.formats.omex;

import java.util.List;
import java.util.Optional;
import propria.model.problem.Problem;

/// The files of a COMBINE archive, in memory.
///
/// @param entries in the order of the manifest, which is no entry itself; metadata that the archive came with are entries
/// @param title what it is about; empty when nothing says so
/// @param remarks warnings of what was odd in the file it was read from
public record OmexArchive(List<Entry> entries, String title, List<Problem> remarks) {

    /// The format of SED-ML, without a version.
    public static final String SEDML = "http://identifiers.org/combine.specifications/sed-ml";

    /// The format of SBML, without a version.
    public static final String SBML = "http://identifiers.org/combine.specifications/sbml";

    /// The format of Antimony, for which COMBINE has no term.
    public static final String ANTIMONY = "http://purl.org/NET/mediatypes/text/x-antimony";

    public OmexArchive {
        entries = List.copyOf(entries);
        remarks = List.copyOf(remarks);
    }

    /// A file.
    ///
    /// @param location its place in the archive, with `/` and without a leading `./`
    /// @param format the address of its format
    /// @param master whether it is where a reader begins
    /// @param content the bytes; not to be changed
    public record Entry(String location, String format, boolean master, byte[] content) {

        /// Whether it speaks of the archive or of files in it.
        public boolean isMetadata() {
            return format.equals(Metadata.FORMAT) || location.equals(Metadata.NAME);
        }

        /// Whether the format is SED-ML of any version.
        public boolean isSedml() {
            return format.contains("sed-ml") || format.contains("sedml");
        }
    }

    /// The file at a place.
    public Optional<Entry> entry(String location) {
        return entries.stream().filter(entry -> entry.location().equals(location)).findFirst();
    }

    /// The SED-ML files: those that are the master, else all.
    public List<Entry> experiments() {
        List<Entry> masters = entries.stream().filter(entry -> entry.master() && entry.isSedml()).toList();
        return masters.isEmpty() ? entries.stream().filter(Entry::isSedml).toList() : masters;
    }
}
