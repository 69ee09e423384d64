package org.updatable.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The deployed application, as its fixture lets it be asked over HTTP. */
public final class Newsroom {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = Server.http().connectTimeout(TIMEOUT).build();

    private final URI scenarios;

    /** The one that Arquillian deploys. */
    public Newsroom() {
        this("newsroom");
    }

    /** One that is deployed beside it, under another name. */
    public Newsroom(String application) {
        scenarios = Server.address(application).resolve("it/");
    }

    /** A new post; answers its id. */
    public long create(String title) {
        return Long.parseLong(ask("create", Map.of("title", title)).toString());
    }

    /** A new advert; answers its id. */
    public long advertise(Map<String, ?> properties) {
        return Long.parseLong(ask("advertise", properties).toString());
    }

    /** Runs a scenario that ends well. */
    public JsonValue ask(String scenario, Map<String, ?> parameters) {
        HttpResponse<String> response = send(request(scenario, parameters));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response.body());
    }

    /** Runs a scenario that ends with an exception; answers the names of the exception and its causes. */
    public String askInVain(String scenario, Map<String, ?> parameters) {
        HttpResponse<String> response = send(request(scenario, parameters));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(409);
        return response.body();
    }

    /** Runs a scenario as an editor who has signed in, from a browser tab. */
    public void askAsAnn(String tab, String scenario, Map<String, ?> parameters) {
        HttpClient ann = Server.http()
                .connectTimeout(TIMEOUT)
                .cookieHandler(new CookieManager())
                .followRedirects(Redirect.NORMAL)
                .build();
        URI office = Server.address("newsroom").resolve("admin/posts.xhtml");
        Server.ask(ann, HttpRequest.newBuilder(office).timeout(TIMEOUT).build());
        HttpResponse<String> signedIn = Server.ask(
                ann,
                HttpRequest.newBuilder(Server.address("newsroom").resolve("j_security_check"))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("j_username=ann&j_password=ann"))
                        .build());
        assertThat(signedIn.uri()).as(signedIn.body()).isEqualTo(office);
        HttpResponse<String> response = Server.ask(
                ann,
                request("secure/" + scenario, parameters)
                        .header("Updatable-Tab", tab)
                        .build());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    /** Saves new values of a post, and commits. */
    public void edit(long id, String property, Object value) {
        ask("edit", Map.of("id", id, property, value));
    }

    /** Saves new values of an advert, and commits. */
    public void editAdvert(long id, Map<String, ?> properties) {
        Map<String, Object> parameters = new HashMap<>(properties);
        parameters.put("id", id);
        ask("edit-advert", parameters);
    }

    /** The title of a post as the database holds it. */
    public String stored(long id) {
        return ((JsonString) ask("stored", Map.of("id", id))).getString();
    }

    /** How many facts were published up to now. */
    public int factCount() {
        return facts(0).size();
    }

    /** The facts that were published since, as JSON. */
    public List<JsonObject> facts(int from) {
        return objects(ask("facts", Map.of("from", from)));
    }

    /** Those of them that say a value. */
    public List<JsonObject> changes(int from) {
        return facts(from).stream()
                .filter(fact -> fact.getString("fact").equals("Changed"))
                .toList();
    }

    /** What the application's observers were told about a post, as JSON. */
    public List<JsonObject> events(long id) {
        return objects(ask("events", Map.of("id", id)));
    }

    private HttpRequest.Builder request(String scenario, Map<String, ?> parameters) {
        String form = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "="
                        + URLEncoder.encode(String.valueOf(parameter.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(scenarios.resolve(scenario))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return Server.ask(http, request.build());
    }

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    private static List<JsonObject> objects(JsonValue array) {
        return new ArrayList<>(((JsonArray) array).getValuesAs(JsonObject.class));
    }
}
