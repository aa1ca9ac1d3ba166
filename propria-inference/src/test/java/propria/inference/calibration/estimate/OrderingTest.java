package propria.inference.calibration.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import propria.inference.calibration.Calibration;
import propria.inference.calibration.PosteriorFile;
import propria.study.library.Library;

@Tag("slow")
class OrderingTest {

    private static final Path LIBRARY = Path.of(System.getProperty("propria.root", ".."), "library");

    @Test
    void the_order_that_ships_is_that_of_the_posterior_that_ships() throws IOException, InterruptedException {
        Calibration calibration = Calibration.read(Library.read(LIBRARY));
        String table = Ordering.table(calibration,
                PosteriorFile.read(LIBRARY.resolve("calibration/posterior.csv"), calibration.parameters()), 2);
        assertThat(table).isEqualTo(Files.readString(LIBRARY.resolve("calibration/ordering.csv")));
    }
}
