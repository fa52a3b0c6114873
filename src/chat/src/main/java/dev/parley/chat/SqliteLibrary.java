package dev.parley.chat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's own code. Left to itself, the driver unpacks it into the system's folder for temporary files at each start, and a
 * process that is killed leaves its copy there. Here it is unpacked once, beside the history files, and found there from then on.
 */
final class SqliteLibrary {
    /** Where the driver looks first (https://github.com/xerial/sqlite-jdbc/blob/master/USAGE.md). */
    private static final String PLACE = "org.sqlite.lib.path";

    private static final Logger LOG = LogManager.getLogger();

    private static boolean settled;

    private SqliteLibrary() {}

    /**
     * Lets the driver find it in this folder, unless another place has been named. Where that fails the driver helps itself; it
     * loads the library once, so only the first call of a process counts.
     */
    static synchronized void keepIn(Path folder) {
        if (settled) return;
        settled = true;
        if (System.getProperty(PLACE) != null) return;
        Path place = folder.resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
        Path library = place.resolve(LibraryLoaderUtil.getNativeLibName());
        try {
            if (!Files.exists(library)) unpack(library);
            System.setProperty(PLACE, place.toString());
        } catch (IOException e) {
            LOG.info("{} could not be made", library, e);
        }
    }

    private static void unpack(Path library) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + library.getFileName();
        try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(name)) {
            if (packed == null) throw new IOException("SQLite's driver has nothing for this system: " + name);
            Files.createDirectories(library.getParent());
            WholeFile.write(library, fresh -> Files.copy(packed, fresh, StandardCopyOption.REPLACE_EXISTING));
        }
    }
}
