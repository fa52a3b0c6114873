package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.lab.DeliveryReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing is lost, doubled or shuffled among eight who talk all the time while they are killed, frozen and cut off at random.
 * {@code -Dsoak.minutes} (20) says how long, {@code -Dsoak.seed} repeats the choices of a run, {@code -Dsoak.rate} (5) is how
 * much each says in a second.
 */
@Tag("soak")
class DeliverySoakTest {
    private static final int PEERS = 8;

    /** What is left of one that failed is the evidence. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.HOURS)
    void nothingIsLostDoubledOrShuffledWhateverHappens() throws Exception {
        double minutes = Double.parseDouble(System.getProperty("soak.minutes", "20"));
        double rate = Double.parseDouble(System.getProperty("soak.rate", "5"));
        long seed = Long.getLong("soak.seed", new Random().nextLong());
        System.out.printf(
                "Delivery soak: -Dsoak.seed=%d -Dsoak.minutes=%s -Dsoak.rate=%s in %s%n", seed, minutes, rate, folder);
        try (Stage stage = new Stage(folder);
                Turmoil turmoil = new Turmoil(stage, PEERS, rate, new Random(seed))) {
            turmoil.rage(Duration.ofSeconds(Math.round(60 * minutes)));
            turmoil.calm();
            DeliveryReport report = turmoil.report();
            System.out.printf("Delivery soak: %s%nDelivery soak: %s%n", turmoil, report);
            assertThat(report.passed()).as(report.toString()).isTrue();
        }
    }
}
