package dev.parley.chat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** File names for rooms, on every file system: percent-encoded UTF-8, and never a name of dots. */
final class FileNames {
    private FileNames() {}

    static String of(RoomName room) {
        return URLEncoder.encode(room.text(), StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace(".", "%2E");
    }
}
