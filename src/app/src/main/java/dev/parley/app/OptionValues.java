package dev.parley.app;

import dev.parley.bootstrap.BootstrapSettings;
import dev.parley.bootstrap.TokenFile;
import dev.parley.chat.PeerName;
import dev.parley.chat.RoomName;
import dev.parley.group.NearestNames;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.logging.log4j.Level;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How the values of options are read and refused. */
final class OptionValues {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_NAME = 64;

    private OptionValues() {}

    /** A login name made to fit the rule for names; {@code somebody} if nothing is left of it. */
    static PeerName loginName(String login) {
        String fitting = login.strip().replaceAll("[\\s\\p{C}\\p{Z}]+", "-");
        int end = fitting.offsetByCodePoints(0, Math.min(MAX_NAME, fitting.codePointCount(0, fitting.length())));
        return new PeerName(fitting.isEmpty() ? "somebody" : fitting.substring(0, end));
    }

    /** What to say of an argument that is no option, or one name too many. */
    static String unmatched(UnmatchedArgumentException error) {
        String first = error.getUnmatched().get(0);
        if (!error.isUnknownOption()) return oneTooMany(first);
        List<String> known = error.getCommandLine().getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();
        String name = first.replaceFirst("=.*", "");
        return "There is no option '%s'%s".formatted(first, NearestNames.question(name, known));
    }

    /** What to say of a second name. */
    static String oneTooMany(String name) {
        return "A peer has one name, and '%s' is one too many; a name with spaces is none".formatted(name);
    }

    private static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 0 || port > MAX_PORT)
            throw new TypeConversionException(
                    "'%s' is no port: a port is a number from 0 to %d".formatted(text, MAX_PORT));
        return port;
    }

    private static InetAddress localAddress(String text) {
        InetAddress address;
        try {
            address = InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new TypeConversionException("'" + text + "' is no address of this machine");
        }
        if (!belongsHere(address)) throw new TypeConversionException("'" + text + "' is no address of this machine");
        return address;
    }

    private static boolean belongsHere(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }

    static final class Name implements ITypeConverter<PeerName> {
        @Override
        public PeerName convert(String text) {
            try {
                return new PeerName(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    static final class Room implements ITypeConverter<RoomName> {
        @Override
        public RoomName convert(String text) {
            try {
                return new RoomName(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    static final class Service implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            try {
                return BootstrapSettings.of(text).url();
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return port(text);
        }
    }

    static final class Megabytes implements ITypeConverter<Integer> {
        private static final int MOST = 1_000_000;

        @Override
        public Integer convert(String text) {
            int megabytes = text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
            if (megabytes < 1 || megabytes > MOST)
                throw new TypeConversionException(
                        "'%s' is not a number of megabytes from 1 to %d".formatted(text, MOST));
            return megabytes;
        }
    }

    static final class LocalAddress implements ITypeConverter<InetAddress> {
        @Override
        public InetAddress convert(String text) {
            return localAddress(text);
        }
    }

    static final class Serve implements ITypeConverter<ServeAddress> {
        @Override
        public ServeAddress convert(String text) {
            int colon = text.lastIndexOf(':');
            if (colon < 0) return new ServeAddress(Optional.empty(), port(text));
            String host = text.substring(0, colon);
            boolean bracketed = host.startsWith("[") && host.endsWith("]");
            if (host.isEmpty() || (host.contains(":") && !bracketed))
                throw new TypeConversionException(
                        "'" + text + "' is no place to serve: write PORT, ADDR:PORT or [ADDR]:PORT");
            return new ServeAddress(
                    Optional.of(localAddress(bracketed ? host.substring(1, host.length() - 1) : host)),
                    port(text.substring(colon + 1)));
        }
    }

    static final class ReadableFile implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            try {
                Path file = Path.of(text);
                if (!Files.exists(file)) throw new TypeConversionException("there is no file '" + text + "'");
                if (Files.isDirectory(file) || !Files.isReadable(file))
                    throw new TypeConversionException("'" + text + "' is no file that can be read");
                return file;
            } catch (InvalidPathException e) {
                throw new TypeConversionException("'" + text + "' is no name of a file");
            }
        }
    }

    /** Reads the file, so that what is wrong with it is said before anything has begun. */
    static final class Token implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            try {
                return TokenFile.read(new ReadableFile().convert(text));
            } catch (IOException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** The levels, as completion offers them. */
    static final class LogLevels implements Iterable<String> {
        private static final List<String> NAMES = List.of("off", "error", "warn", "info", "debug", "trace");

        @Override
        public Iterator<String> iterator() {
            return NAMES.iterator();
        }
    }

    static final class LogLevel implements ITypeConverter<Level> {
        @Override
        public Level convert(String text) {
            String wanted = text.toLowerCase(Locale.ROOT);
            if (LogLevels.NAMES.contains(wanted)) return Level.valueOf(wanted);
            throw new TypeConversionException("'%s' is no level: %s%s"
                    .formatted(
                            text, String.join(", ", LogLevels.NAMES), NearestNames.question(wanted, LogLevels.NAMES)));
        }
    }
}
