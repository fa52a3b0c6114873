package dev.parley.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.Session;
import dev.parley.console.testing.ConsoleHouse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AloneReasonOfSessionTest {
    @TempDir
    private Path folder;

    @Test
    void aSessionIsAskedForWhatItKnowsAndItsServiceForWhatItKnowsNow() throws Exception {
        try (ConsoleHouse house = new ConsoleHouse(folder)) {
            Session ann = house.peer("ann").session();
            String nobody = "The service at %s lists nobody else.".formatted(house.service());
            assertThat(AloneReason.of(ann).text()).isEqualTo(nobody);
            ann.join(Optional.empty());
            ann.bootstrap().join();
            assertThat(AloneReason.of(ann).text()).isEqualTo(nobody);

            house.closeService();
            assertThat(AloneReason.of(ann).text())
                    .contains(house.service().toString())
                    .doesNotContain("lists");
        }
    }
}
