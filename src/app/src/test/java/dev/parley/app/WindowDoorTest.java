package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try")
class WindowDoorTest {
    @TempDir
    private Path folder;

    private final AtomicInteger knocks = new AtomicInteger();

    @Test
    void whoKnocksIsHeard() throws Exception {
        WindowDoor door = WindowDoor.open(folder, knocks::incrementAndGet);
        try {
            assertThat(WindowDoor.knock(folder)).isTrue();
            assertThat(WindowDoor.knock(folder)).isTrue();
        } finally {
            door.close();
        }
        assertThat(knocks).hasValue(2);
    }

    @Test
    void nobodyIsThereBeforeAndAfterwards() throws Exception {
        assertThat(WindowDoor.knock(folder)).isFalse();
        assertThat(WindowDoor.knock(folder.resolve("no such peer"))).isFalse();
        WindowDoor.open(folder, knocks::incrementAndGet).close();

        assertThat(WindowDoor.knock(folder)).isFalse();
        assertThat(folder.resolve("window")).doesNotExist();
    }

    @Test
    void theDoorOfAPeerThatWasKilledIsNone() throws Exception {
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(folder.resolve("window"), gone.getLocalPort() + " secret");
        }
        assertThat(WindowDoor.knock(folder)).isFalse();

        Files.writeString(folder.resolve("window"), "no port");
        assertThat(WindowDoor.knock(folder)).isFalse();
    }

    @Test
    void aStrangerIsNotHeardAndKeepsNobodyOut() throws Exception {
        WindowDoor door = WindowDoor.open(folder, knocks::incrementAndGet);
        try {
            say("guessed\n");
            say("x".repeat(10_000));

            assertThat(WindowDoor.knock(folder)).isTrue();
        } finally {
            door.close();
        }
        assertThat(knocks).hasValue(1);
    }

    private void say(String text) throws IOException {
        int port = Integer.parseInt(Files.readString(folder.resolve("window")).split(" ", 2)[0]);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
