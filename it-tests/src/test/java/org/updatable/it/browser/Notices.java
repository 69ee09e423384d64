package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.updatable.it.Newsroom;

/** {@code UpdateListener.on}. */
public abstract class Notices {
    private static final String HEARS = """
            (channel) => {
              window.told ??= [];
              window.ends = new AbortController();
              UpdateListener.on(channel, (payload, name) => told.push(name + ' ' + JSON.stringify(payload)),
                { signal: ends.signal });
            }
            """;

    @RegisterExtension
    final Windows windows = new Windows();

    private final Newsroom newsroom = new Newsroom();
    private final Cable cable = new Cable();
    private final long id = newsroom.create("Before");

    @AfterEach
    void unplug() {
        cable.close();
    }

    @Test
    void aScriptHearsWhatIsAnnouncedAndWhetherItHasMissedAnything() {
        Window page = page("post.xhtml?id=" + id);
        hears(page, "post");
        newsroom.edit(id, "title", "After");
        tells(page, "post {\"pk\":%d,\"event\":\"save\",\"model\":\"Post\",\"fields\":[\"title\"]}".formatted(id));

        cable.cut();
        page.is("offline");
        cable.mend();
        page.isLive();
        newsroom.edit(id, "author", "Ada");
        tells(page, "post {\"pk\":%d,\"event\":\"save\",\"model\":\"Post\",\"fields\":[\"author\"]}".formatted(id));

        cable.cut();
        page.is("offline");
        newsroom.edit(id, "title", "Missed");
        cable.mend();
        tells(page, "post {\"event\":\"touched\"}");
    }

    @Test
    void whatHappensBetweenRenderingAndListeningIsNoticed() {
        Window page = page("post.jsp?id=" + id);
        newsroom.edit(id, "title", "In between");
        hears(page, "post");
        tells(page, "post {\"event\":\"touched\"}");
    }

    @Test
    void whoHasEndedHearsNothingAndSomebodyElseGoesOn() {
        Window page = page("post.jsp?id=" + id);
        hears(page, "post");
        page.page().evaluate("() => window.first = ends");
        hears(page, "post");
        page.page().evaluate("() => first.abort()");
        newsroom.edit(id, "title", "After");
        tells(page, "post {\"pk\":%d,\"event\":\"save\",\"model\":\"Post\",\"fields\":[\"title\"]}".formatted(id));
        page.page().evaluate("() => ends.abort()");
        newsroom.edit(id, "title", "Never");
        assertThat(page.page().evaluate("() => told")).isEqualTo(List.of());
    }

    @Test
    void aChannelThatThePageShowsIsHeardAndAnotherOneIsNot() {
        Window page = page("fixture/bulletins.jsp");
        hears(page, "bulletins");
        newsroom.ask("announce", Map.of("channel", "bulletins", "text", "a" + id));
        tells(page, "bulletins {\"parts\":[1,2.5],\"text\":\"a%d\"}".formatted(id));
        page.isLive();
        hears(page, "secrets");
        page.is("stale");
    }

    private Window page(String path) {
        Window page = windows.open().open(cable.address("newsroom").resolve(path));
        page.isLive();
        return page;
    }

    /** Waits until the page has joined. */
    private static void hears(Window page, String channel) {
        long before = answers(page);
        page.page().evaluate(HEARS, channel);
        await().until(() -> answers(page) > before);
    }

    private static long answers(Window page) {
        page.page().evaluate("() => 0"); // Playwright tells of frames while it is asked something
        return page.frames().stream()
                .filter(frame -> frame.contains("\"type\":\"ready\""))
                .count();
    }

    /** Nothing else, since it was asked last. */
    private static void tells(Window page, String expected) {
        await().untilAsserted(
                        () -> assertThat(page.page().evaluate("() => told")).isEqualTo(List.of(expected)));
        page.page().evaluate("() => told.length = 0");
    }
}
