package dev.parley.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Clients that each keep one connection to a server of this machine and ask as fast as they are answered. */
final class HttpLoad {
    private final int port;
    private final String path;
    private final IntFunction<String> bodies;

    /** @param bodies what a client of that number sends next */
    HttpLoad(int port, String path, IntFunction<String> bodies) {
        this.port = port;
        this.path = path;
        this.bodies = bodies;
    }

    /** How many requests a second so many clients get answered, all with a status of 200. */
    double perSecond(int clients, double seconds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long began = System.nanoTime();
        long end = began + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        try {
            List<Future<Long>> counts = new ArrayList<>();
            for (int c = 0; c < clients; c++) {
                int client = c;
                counts.add(threads.submit(() -> ask(client, end)));
            }
            long total = 0;
            for (Future<Long> count : counts) total += count.get();
            return total / ((System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1));
        } finally {
            threads.shutdownNow();
        }
    }

    private long ask(int client, long end) throws IOException {
        long count = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream answers = new BufferedInputStream(socket.getInputStream(), 1 << 15);
            for (; System.nanoTime() < end; count++) {
                socket.getOutputStream().write(request(bodies.apply(client)));
                skipAnswer(answers);
            }
        }
        return count;
    }

    private byte[] request(String body) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void skipAnswer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.contains(" 200 ")) throw new IOException("answered " + status);
        long length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in))
            if (header.regionMatches(true, 0, "content-length:", 0, 15))
                length = Long.parseLong(header.substring(15).strip());
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("the server closed the connection");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }
}
