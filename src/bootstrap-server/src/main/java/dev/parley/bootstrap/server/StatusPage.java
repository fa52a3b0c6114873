package dev.parley.bootstrap.server;

import dev.parley.bootstrap.server.BootstrapHandler.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The status page's files. They hold nothing of what the service knows: the page asks for that at {@code /status}, with the token
 * if there is one.
 */
final class StatusPage {
    /** Only the page's own files run or show, and no other page may frame it. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer");

    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "/", "text/html; charset=utf-8",
            "/status.css", "text/css; charset=utf-8",
            "/status.js", "text/javascript; charset=utf-8");

    private StatusPage() {}

    /** Whether one of the page's files is there. */
    static boolean has(String path) {
        return CONTENT_TYPES.containsKey(path);
    }

    /** A file that is there. */
    static Response file(String path) {
        String name = path.equals("/") ? "index.html" : path.substring(1);
        return file(name, CONTENT_TYPES.get(path));
    }

    private static Response file(String name, String contentType) {
        try (InputStream bytes = StatusPage.class.getResourceAsStream("status/" + name)) {
            if (bytes == null) throw new IllegalStateException("status/" + name + " is not in the program");
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            return new Response(200, contentType, text, HEADERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
