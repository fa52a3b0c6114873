package dev.parley.console.lab;

import java.nio.file.Files;
import java.nio.file.Path;

/** A program with a lab's folder, which says its path and then waits to be killed. */
final class LabFolderOwner {
    private LabFolderOwner() {}

    public static void main(String[] arguments) throws Exception {
        LabFolder folder = LabFolder.create(Path.of(arguments[0]));
        Files.writeString(Files.createDirectory(folder.path().resolve("p1")).resolve("settings"), "of a peer");
        System.out.println(folder.path());
        System.in.read();
    }
}
