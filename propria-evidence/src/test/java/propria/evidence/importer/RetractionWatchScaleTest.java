package propria.evidence.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import propria.evidence.importer.format.RetractionWatchCsv;
import propria.evidence.importer.text.TextFile;
import propria.evidence.importer.work.Imported;

/// A database many times as large as the real one.
@Tag("slow")
class RetractionWatchScaleTest {

    private static final int ROWS = 1_000_000;
    private static final long MEGABYTE = 1 << 20;

    @Test
    void a_million_rows_are_read_in_flat_memory_and_the_wanted_one_is_found(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rw.csv");
        write(file);
        AtomicLong seen = new AtomicLong();
        AtomicLong most = new AtomicLong();
        long before = used();

        Imported rows = RetractionWatchCsv.read(TextFile.of(file), notice -> {
            if (seen.incrementAndGet() % 100_000 == 0) {
                most.accumulateAndGet(used() - before, Math::max);
            }
        });

        assertThat(rows.rows()).isEqualTo(ROWS);
        assertThat(seen.get()).isEqualTo(ROWS);
        assertThat(most.get() / MEGABYTE).as("live megabytes above the start, of a file of "
                + Files.size(file) / MEGABYTE).isLessThan(16);
        assertThat(Importer.read(file, about -> about.pmid().orElse("").equals("77777777")).notices())
                .singleElement().satisfies(n -> assertThat(n.said().notice()).contains("doi:10.9999/n.777777"));
    }

    /// Live bytes on the heap.
    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(Files.readAllLines(ImporterTest.file("rw.csv")).getFirst() + "\n");
            for (int i = 0; i < ROWS; i++) {
                out.write(i + ",\"An invented title, number " + i
                        + "\",(B/T) Invention;,\"Institute, of \"\"Invention\"\"\","
                        + "J Invent,Inventors,Nowhere,Jane Doe;Richard Roe,,Research Article;,5/6/2024 0:00,10.9999/n."
                        + i + ",0,1/27/2021 0:00,10.9999/o." + i + "," + (i == 777_777 ? "77777777" : "0")
                        + ",Retraction,+Concerns/Issues About Data;+Invention;,No,\n");
            }
        }
    }
}
