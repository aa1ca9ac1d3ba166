package propria.evidence.index;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import propria.evidence.Claim;
import propria.evidence.EvidenceLibrary;
import propria.evidence.Source;

/// Puts sources and claims into the tables of the index.
final class IndexRows {

    private IndexRows() {
    }

    static void insert(Connection database, EvidenceLibrary library) throws SQLException {
        try (PreparedStatement sources = database.prepareStatement("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement claims = database
                        .prepareStatement("INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement words = database.prepareStatement("INSERT INTO words VALUES (?, ?, ?, ?)")) {
            for (Source source : library.sources()) {
                row(sources, source.key(), source.title(), source.citation(), word(source.kind()),
                        source.species().orElse(""), word(source.mark()), source.status().word());
                row(words, source.key(), "", source.key() + " " + source.title(), joined(Optional.of(source.citation()),
                        source.notes(), source.read(), source.species(), source.identifiers().best(),
                        Optional.of(source.status().plain())));
                for (Claim claim : source.claims()) {
                    row(claims, source.key(), claim.id(), claim.statement(), claim.value(), claim.low(), claim.high(),
                            claim.unit().orElse(""), claim.species().orElse(""), claim.assay().orElse(""),
                            claim.place().orElse(""), word(claim.mark()));
                    row(words, source.key(), claim.id(), claim.statement(), joined(claim.unit(), claim.species(),
                            claim.assay(), claim.place(), claim.note(), Optional.of(source.title())));
                }
            }
        }
    }

    @SafeVarargs
    private static String joined(Optional<String>... parts) {
        return Stream.of(parts).flatMap(Optional::stream).collect(Collectors.joining(". "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void row(PreparedStatement insert, Object... cells) throws SQLException {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof OptionalDouble number) {
                if (number.isPresent()) {
                    insert.setDouble(i + 1, number.getAsDouble());
                } else {
                    insert.setNull(i + 1, java.sql.Types.REAL);
                }
            } else {
                insert.setString(i + 1, String.valueOf(cells[i]));
            }
        }
        insert.execute();
    }
}
