package dev.parley.console.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabStartCommandTest {
    private static Map<String, Object> row(String name, String state) {
        return Map.of("name", name, "state", state);
    }

    @Test
    void peersThatFoundTheGroupHaveJoined() {
        assertThat(LabStartCommand.sentence(List.of(row("p1", "joined"), row("p2", "joined"))))
                .isEqualTo("2 peers joined: p1, p2");
    }

    @Test
    void peersThatSeeNobodyAreNotSaidToHaveJoined() {
        assertThat(LabStartCommand.sentence(List.of(row("p1", "joined"), row("p2", "alone"), row("p3", "alone"))))
                .isEqualTo("3 peers started: p1, p2, p3; alone so far: p2, p3");
    }
}
