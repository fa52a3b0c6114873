package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.PeerName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private static final PeerName ALICE = new PeerName("alice");

    @TempDir
    private Path root;

    @Test
    void aPeerGetsTheFolderOfItsName() throws Exception {
        try (PeerFolder folder = new DataFolder(root).claim(ALICE)) {
            assertThat(folder.name()).isEqualTo(ALICE);
            assertThat(folder.path()).isEqualTo(root.resolve("peers/alice")).isDirectory();
            assertThat(folder.notice()).isEmpty();
        }
    }

    @Test
    void aSecondStartOfARunningNameGetsANumber() throws Exception {
        DataFolder data = new DataFolder(root);
        try (PeerFolder first = data.claim(ALICE);
                PeerFolder second = data.claim(ALICE);
                PeerFolder third = data.claim(ALICE)) {
            assertThat(first.name().text()).isEqualTo("alice");
            assertThat(second.name().text()).isEqualTo("alice-2");
            assertThat(third.name().text()).isEqualTo("alice-3");
            assertThat(second.path()).isEqualTo(root.resolve("peers/alice-2"));
        }
    }

    @Test
    void aFolderIsFreeAgainWhenItsPeerHasEnded() throws Exception {
        DataFolder data = new DataFolder(root);
        data.claim(ALICE).close();

        try (PeerFolder again = data.claim(ALICE)) {
            assertThat(again.name()).isEqualTo(ALICE);
        }
    }

    @Test
    void theLongestNameGetsANumberToo() throws Exception {
        PeerName longest = new PeerName("x".repeat(64));
        DataFolder data = new DataFolder(root);
        try (PeerFolder first = data.claim(longest);
                PeerFolder second = data.claim(longest)) {
            assertThat(first.name()).isEqualTo(longest);
            assertThat(second.name().text()).isEqualTo("x".repeat(62) + "-2");
        }
    }

    @Test
    void whereNothingCanBeWrittenATemporaryFolderIsUsedToldAndRemoved() throws Exception {
        Path notAFolder = Files.writeString(root.resolve("file"), "");
        Path temporary;
        try (PeerFolder folder = new DataFolder(notAFolder).claim(ALICE)) {
            temporary = folder.path();
            assertThat(folder.name()).isEqualTo(ALICE);
            assertThat(folder.notice().orElseThrow()).contains(notAFolder.toString());
            Files.writeString(temporary.resolve("something"), "kept for now");
        }
        assertThat(temporary).doesNotExist();
        assertThat(temporary.getParent().getParent()).doesNotExist();
    }

    @Test
    void eachSystemHasItsCustom() {
        Path home = root.resolve("home");
        Path xdg = root.resolve("xdg");
        Map<String, String> environment = Map.of(
                "XDG_DATA_HOME", xdg.toString(), "APPDATA", root.resolve("app").toString());

        assertThat(DataFolder.ofThisUser("Linux", home, Map.of())).isEqualTo(home.resolve(".local/share/parley"));
        assertThat(DataFolder.ofThisUser("Linux", home, environment)).isEqualTo(xdg.resolve("parley"));
        assertThat(DataFolder.ofThisUser("Mac OS X", home, environment))
                .isEqualTo(home.resolve("Library/Application Support/Parley"));
        assertThat(DataFolder.ofThisUser("Windows 11", home, environment)).isEqualTo(root.resolve("app/Parley"));
        assertThat(DataFolder.ofThisUser("Windows 11", home, Map.of()))
                .isEqualTo(home.resolve("AppData/Roaming/Parley"));
    }

    @Test
    void aRelativeXdgDirectoryIsIgnoredAsItsRuleSays() {
        assertThat(DataFolder.ofThisUser("Linux", root, Map.of("XDG_DATA_HOME", "relative")))
                .isEqualTo(root.resolve(".local/share/parley"));
    }
}
