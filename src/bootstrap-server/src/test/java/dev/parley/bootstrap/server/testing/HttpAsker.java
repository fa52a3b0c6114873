package dev.parley.bootstrap.server.testing;

import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Asks a service over HTTP, as the contract's tests want to ask it. Any thread. */
public final class HttpAsker {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Response ask(String url, Request request) {
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        HttpRequest sent = HttpRequest.newBuilder(URI.create(url + request.path() + query))
                .method(request.method(), BodyPublishers.ofString(request.body()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .build();
        try {
            HttpResponse<String> answer = http.send(sent, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Response(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
