package org.updatable.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.browser.Window;
import org.updatable.it.browser.Windows;
import org.updatable.it.database.OwnDatabase;
import org.updatable.it.relations.House;

/** What a page shows of a row, and another row holds: what a reference leads to, and what refers to it. */
@OnServer
class RelationsIT {
    /** Of three digits: they are sorted as texts. */
    private static final AtomicLong IDS = new AtomicLong(100);

    @RegisterExtension
    final Windows windows = new Windows();

    private final HttpClient http = Server.http().build();
    private final URI application = Server.address("relations");
    private final long one = IDS.incrementAndGet();
    private final long other = IDS.incrementAndGet();

    @Deployment(testable = false)
    public static WebArchive relations() {
        WebArchive relations = ShrinkWrap.create(WebArchive.class, "relations.war")
                .addPackage(House.class.getPackage())
                .addPackage(OwnDatabase.class.getPackage())
                .addAsResource("relations/persistence.xml", "META-INF/persistence.xml")
                .addAsLibrary(Archives.database());
        for (String page : List.of("works.xhtml", "works.jsp")) relations.addAsWebResource("relations/" + page, page);
        Archives.libraries().forEach((path, library) -> relations.add(library, path));
        return relations;
    }

    @ParameterizedTest
    @ValueSource(strings = {"works.xhtml", "works.jsp"})
    void whatAReferenceLeadsToFollowsTheReferenceAndTheOtherRow(String page) {
        Window reader = open(page);
        shows(reader, Map.of("by", "writer " + one, "fee", "\u20ac1,000", "other-by", "writer " + other));

        does("rename", one, "Ada");
        shows(reader, Map.of("by", "Ada", "fee", "\u20ac3,000", "other-by", "writer " + other));
        does("assign", one, other);
        shows(reader, Map.of("by", "writer " + other, "fee", "\u20ac1,000", "works", ""));
        does("rename", other, "Mary");
        shows(reader, Map.of("by", "Mary", "fee", "\u20ac4,000", "other-by", "Mary"));
        does("assign", one, 0);
        shows(reader, Map.of("by", "", "fee", "", "other-by", "Mary"));
        does("assign", one, one);
        shows(reader, Map.of("by", "Ada", "fee", "\u20ac3,000", "works", one));
        does("retitle", one, other);
        shows(reader, Map.of("title", "retitled", "by", "renamed", "other-by", "renamed", "works", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"works.xhtml", "works.jsp"})
    void whatRefersToARowIsFollowedOnBothSides(String page) {
        Window reader = open(page);
        shows(reader, Map.of("chapters", "", "length", 0, "other-chapters", "", "other-length", 0, "works", one));
        long chapter = IDS.incrementAndGet();

        does("write", chapter, one);
        shows(reader, Map.of("chapters", chapter, "length", 10, "other-chapters", "", "other-length", 0));
        does("lengthen", chapter, 25);
        shows(reader, Map.of("chapters", chapter, "length", 25));
        does("move", chapter, other);
        shows(reader, Map.of("chapters", "", "length", 0, "other-chapters", chapter, "other-length", 25));
        does("strike", chapter, 0);
        shows(reader, Map.of("other-chapters", "", "other-length", 0));
        does("assign", other, one);
        shows(reader, Map.of("works", one + ", " + other, "other-by", "writer " + one));
    }

    /** The script is fetched after the page was rendered, and before it says what the page shows. */
    @ParameterizedTest
    @ValueSource(strings = {"works.xhtml", "works.jsp"})
    void whatAPageHasMissedItShowsWhenItIsLive(String page) {
        does("found", one, other);
        Window reader = windows.open();
        reader.page().route("**/update-listener.js*", script -> {
            does("rename", one, "Ada");
            does("write", IDS.incrementAndGet(), one);
            script.resume();
        });
        reader.open(address(page, "")).isLive();

        shows(reader, Map.of("by", "Ada", "fee", "\u20ac3,000", "length", 10));
        does("rename", one, "Eve");
        shows(reader, Map.of("by", "Eve"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"works.xhtml", "works.jsp"})
    void onlyWhatDiffersIsSent(String page) {
        Window reader = open(page);
        int before = reader.frames().size();

        does("rename", one, "Ada");
        shows(reader, Map.of("by", "Ada", "fee", "\u20ac3,000"));

        assertThat(reader.frames().subList(before, reader.frames().size()))
                .singleElement()
                .satisfies(frame -> assertThat(frame)
                        .contains("\"work-" + one + "-writer.name\"", "\"work-" + one + "-writer.fee~")
                        .doesNotContain("work-" + other, "length", "chapters", "title"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "street | Elm Street | org.updatable.it.relations.Writer has no live field \"street\"."
                        + " Live are: fee, name, works.",
                "never | '' | org.updatable.it.relations.Writer has no live field \"never\"."
            })
    void whatTheOtherRowKeepsToItselfIsAMistake(String field, String shown, String sentence) {
        isAMistake("writer." + field, shown, sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = "printer.name")
    void whatTheOtherRowCannotTellIsAMistake(String field) {
        isAMistake(
                field,
                "Printer",
                "org.updatable.it.relations.Printer is not live. Write @Updatable on it, or use an ordinary tag.");
    }

    private void isAMistake(String field, String shown, String sentence) {
        does("found", one, other);
        for (String page : List.of("works.xhtml", "works.jsp")) {
            Window author = windows.open().open(address(page, "&field=" + field));
            author.comesToShow(author.page().locator("#mistake"), shown);
            assertThat(author.page().locator("#mistake").getAttribute("data-update-group"))
                    .isNull();
        }
        assertThat(Server.log())
                .contains("\"" + field + "\" of org.updatable.it.relations.Work cannot be live: " + sentence);
    }

    private Window open(String page) {
        does("found", one, other);
        Window reader = windows.open().open(address(page, ""));
        reader.isLive();
        return reader;
    }

    private URI address(String page, String more) {
        return application.resolve(page + "?one=" + one + "&other=" + other + more);
    }

    private static void shows(Window reader, Map<String, Object> texts) {
        texts.forEach((id, text) -> reader.comesToShow(reader.page().locator("#" + id), text));
    }

    private void does(String what, long to, Object with) {
        String form = "what=%s&one=%d&other=%s"
                .formatted(what, to, URLEncoder.encode(with.toString(), StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(application.resolve("do"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
