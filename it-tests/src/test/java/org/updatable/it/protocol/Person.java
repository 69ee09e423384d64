package org.updatable.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.updatable.it.Server;

/** Somebody who is logged in, with a browser's cookies. */
final class Person {
    /** Payara now and then takes a request for another one after WebSockets were closed, and answers it with another page. */
    private static final int TRIES = 3;

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = Server.http()
            .followRedirects(Redirect.ALWAYS)
            .cookieHandler(new CookieManager())
            .build();
    private final String name;

    private Person(String name) {
        this.name = name;
    }

    /** Logs in. */
    static Person called(String name) {
        Person person = Stream.generate(() -> new Person(name))
                .limit(TRIES)
                .filter(stranger -> stranger.goes("").equals("Who is there?"))
                .findFirst()
                .orElseThrow();
        person.send(request("j_security_check")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("j_username=" + name + "&j_password=" + name)));
        assertThat(person.goes("")).isEqualTo(name);
        return person;
    }

    /** Connects, with the cookies. */
    Client connects(Map<String, String> headers) {
        return Client.of(http, headers);
    }

    /** Goes somewhere in the hall, and is told what they are called there. */
    String goes(String where) {
        return send(request("door/hall/" + where));
    }

    String name() {
        return name;
    }

    private String send(HttpRequest.Builder request) {
        return Server.ask(http, request.timeout(TIMEOUT).build()).body();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(Server.address("newsroom").resolve(path));
    }
}
