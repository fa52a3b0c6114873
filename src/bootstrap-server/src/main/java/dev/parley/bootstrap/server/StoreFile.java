package dev.parley.bootstrap.server;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.BootstrapJson;
import dev.parley.bootstrap.RoomNames;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;

/**
 * One file with all rooms, replaced as a whole by renaming, so that whoever opens it finds one complete state. A lock beside it keeps
 * a second process away. Used by one thread at a time.
 *
 * <p>Its content: {@code {"version":1,"rooms":{"lobby":{"Config":{…},"Peers":{…}}}}}, each room as on the wire.
 * Behind the rooms stands {@code "renewed":{"lobby":{"id":milliseconds}}}, which may be missing.
 */
final class StoreFile implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger();
    private static final int VERSION = 1;
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final Path fresh;
    private final FileChannel lock;

    /** @throws StoreException if the directory cannot be made, or another process has the file */
    StoreFile(Path file) throws StoreException {
        this.file = file.toAbsolutePath();
        this.fresh = sibling(".new");
        if (Files.isDirectory(this.file))
            throw new StoreException("The store " + this.file + " is a directory; give a file for the store.");
        try {
            Files.createDirectories(this.file.getParent());
            lock = lock(sibling(".lock"));
        } catch (IOException e) {
            throw new StoreException(
                    "The store " + this.file + " cannot be used (" + e + "); give another file for the store.", e);
        }
    }

    /** What the file holds; nothing if there is none. A damaged file is set aside under another name, which the log tells. */
    RoomTable read(BootstrapConfig defaults) throws StoreException {
        if (Files.notExists(file)) return RoomTable.empty(defaults);
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
                JsonParser json = BootstrapJson.format().createParser(ObjectReadContext.empty(), bytes)) {
            return RoomTable.of(defaults, readRooms(json));
        } catch (JacksonIOException e) {
            throw unreadable(e.getCause());
        } catch (JacksonException e) {
            setAside(e.getOriginalMessage());
            return RoomTable.empty(defaults);
        } catch (IllegalArgumentException e) {
            setAside(e.getMessage());
            return RoomTable.empty(defaults);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns when the state is on the disk, content and name; throws if that is not certain. */
    void write(RoomTable table) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream bytes = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES)) {
            writeRooms(table.rooms(), bytes);
            bytes.flush();
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceDirectory();
    }

    Path path() {
        return file;
    }

    /** Lets another process use the file. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The lock of the store {} could not be released: {}", file, e);
        }
    }

    private Path sibling(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private FileChannel lock(Path path) throws IOException, StoreException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) return channel;
        } catch (OverlappingFileLockException e) {
            LOG.debug("This process has the store {} open already", file);
        }
        channel.close();
        throw new StoreException(
                "The store " + file + " is in use by another bootstrap service; stop that one or give another file.");
    }

    /** Windows cannot open a directory; there the rename itself is on the disk when it returns. */
    private void forceDirectory() throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix"))
            try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                directory.force(true);
            }
    }

    private StoreException unreadable(Throwable cause) {
        return new StoreException(
                "The store " + file + " cannot be read (" + cause + "); give another file for the store.", cause);
    }

    private void setAside(String why) throws StoreException {
        try {
            Path aside = sibling(".damaged");
            for (int i = 2; Files.exists(aside); i++) aside = sibling(".damaged-" + i);
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            LOG.warn("The store {} is damaged ({}); it is kept as {}, and the service starts empty", file, why, aside);
        } catch (IOException e) {
            throw new StoreException(
                    "The store " + file + " is damaged and cannot be renamed (" + e + "); move it away yourself.", e);
        }
    }

    private static void writeRooms(Map<String, Room> rooms, OutputStream bytes) {
        try (JsonGenerator json = BootstrapJson.format().createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
            json.writeStartObject();
            json.writeNumberProperty("version", VERSION);
            json.writeObjectPropertyStart("rooms");
            rooms.forEach((name, room) -> {
                json.writeName(name);
                BootstrapJson.write(room.data(), json);
            });
            json.writeEndObject();
            json.writeObjectPropertyStart("renewed");
            rooms.forEach((name, room) -> writeTimes(name, room.renewed(), json));
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void writeTimes(String room, Map<String, Instant> renewed, JsonGenerator json) {
        if (renewed.isEmpty()) return;
        json.writeObjectPropertyStart(room);
        renewed.forEach((id, time) -> json.writeNumberProperty(id, time.toEpochMilli()));
        json.writeEndObject();
    }

    private static Map<String, Room> readRooms(JsonParser json) {
        require(json.nextToken() == JsonToken.START_OBJECT, "it does not begin with an object");
        require("version".equals(json.nextName()), "it does not begin with the version");
        require(json.nextIntValue(0) == VERSION, "its version is not " + VERSION);
        require("rooms".equals(json.nextName()), "it has no rooms");
        require(json.nextToken() == JsonToken.START_OBJECT, "its rooms are no object");
        Map<String, Room> rooms = new LinkedHashMap<>();
        BootstrapJson format = BootstrapJson.ofStores();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            rooms.put(RoomNames.require(name), new Room(format.read(json), Map.of()));
        }
        if ("renewed".equals(json.nextName())) {
            readTimes(json, rooms);
            json.nextToken();
        }
        require(json.currentToken() == JsonToken.END_OBJECT, "it does not end with its object");
        require(json.nextToken() == null, "something follows its end");
        return rooms;
    }

    private static void readTimes(JsonParser json, Map<String, Room> rooms) {
        require(json.nextToken() == JsonToken.START_OBJECT, "its times are no object");
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            require(json.nextToken() == JsonToken.START_OBJECT, "the times of a room are no object");
            Map<String, Instant> renewed = new HashMap<>();
            for (String id = json.nextName(); id != null; id = json.nextName()) {
                require(json.nextToken() == JsonToken.VALUE_NUMBER_INT, "a time is no number");
                renewed.put(id, Instant.ofEpochMilli(json.getLongValue()));
            }
            rooms.computeIfPresent(name, (key, room) -> new Room(room.data(), renewed));
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) throw new IllegalArgumentException(otherwise);
    }
}
