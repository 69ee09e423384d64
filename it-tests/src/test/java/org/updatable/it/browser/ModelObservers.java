package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.updatable.it.Newsroom;

/** What a script of a page is told that asks for rows, and follows them. */
public abstract class ModelObservers {
    /** Loads the class from where the tag's script comes from; what is told is kept as short words. */
    private static final String BEGIN = """
            async () => {
              const { ModelObserver } = await import('/newsroom/updatable/model-observer.js');
              window.posts = new ModelObserver('post');
              window.ModelObserver = ModelObserver;
              window.told = [];
              window.tells = (name) => [
                ({ action, pk, row }) => told.push(`${name} ${action} ${pk}` + (row ? ' ' + row.title : '')),
                (state, error) => told.push(`${name} ${state}` + (error ? ' ' + error.message : '')),
              ];
            }
            """;

    @RegisterExtension
    final Windows windows = new Windows();

    private final Newsroom newsroom = new Newsroom();
    private final Cable cable = new Cable();
    private final long first = newsroom.create("Before");
    private final long second = newsroom.create("Before");
    private Window page;

    @BeforeEach
    void begin() {
        page = windows.open().open(cable.address("newsroom").resolve("post.xhtml?id=" + first));
        page.page().evaluate(BEGIN);
    }

    @AfterEach
    void unplug() {
        cable.close();
    }

    @Test
    void rowsAreAskedFor() {
        assertThat(page.page().evaluate("async (pk) => (await posts.retrieve(pk)).title", (int) first))
                .isEqualTo("Before");
        assertThat(page.page().evaluate("async (pk) => (await posts.list({ title: 'Before' })).map(({ pk }) => pk)"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .map(pk -> ((Number) pk).longValue())
                .contains(first, second);
        assertThat(page.page()
                        .evaluate("async () => { const { limit, offset, results } = await posts.page(1, 1);"
                                + " return [limit, offset, results.length]; }"))
                .isEqualTo(List.of(1, 1, 1));
        assertThat(page.page().evaluate("() => posts.retrieve(-1).catch(({ status, message }) => status + message)"))
                .isEqualTo("404retrieve of post: 404 Not found");
        assertThat(page.page().evaluate("() => posts.list({ colour: 1 }).catch(({ status, errors }) => errors)"))
                .isEqualTo(List.of(Map.of("colour", List.of("This is no field to filter by."))));
    }

    @Test
    void rowsAreFollowedThroughLosses() {
        newsroom.edit(first, "title", "Followed");
        page.page()
                .evaluate(
                        "(pk) => { window.one = posts.subscribe(pk, ...tells('one'));"
                                + " posts.subscribe({ title: 'Followed' }, ...tells('some')); }",
                        (int) second);
        tells("some create " + first + " Followed", "some live", "one create " + second + " Before", "one live");

        newsroom.edit(second, "title", "Followed");
        tells("one update " + second + " Followed", "some create " + second + " Followed");
        newsroom.edit(first, "title", "After");
        tells("some delete " + first);

        cable.cut();
        tells("one offline", "some offline");
        newsroom.edit(first, "title", "Followed");
        newsroom.edit(second, "title", "Missed");
        cable.mend();
        tells(
                "one update " + second + " Missed",
                "one live",
                "some delete " + second,
                "some create " + first + " Followed",
                "some live");

        page.page().evaluate("() => one.cancel()");
        newsroom.edit(second, "title", "Followed");
        tells("some create " + second + " Followed");
        newsroom.ask("delete", Map.of("id", first));
        tells("some delete " + first);

        page.page().evaluate("() => posts.close()");
        newsroom.edit(second, "title", "Last");
        assertThat(page.page().evaluate("() => posts.list({}).then(() => told)"))
                .isEqualTo(List.of());
    }

    @Test
    void whatIsRefusedSaysWhy() {
        page.page().evaluate("() => { new ModelObserver('nobody').subscribe({}, ...tells('nobody')); }");
        tells("nobody refused subscribe_many of nobody:" + " 403 You do not have permission to perform this action.");
        page.page()
                .evaluate("() => { console.warn = (...words) => told.push(words.join(' '));"
                        + " posts.subscribe({ colour: 'red' }, () => {}); }");
        tells("Updatable refuses this: subscribe_many of post: 400 {\"colour\":[\"This is no field to filter by.\"]}");
        assertThat(page.sockets())
                .filteredOn(address -> address.endsWith("/updates/-"))
                .as("one connection for all models")
                .hasSize(1);
    }

    /** Whatever came first. */
    private void tells(String... expected) {
        await().untilAsserted(() -> assertThat(page.page().evaluate("() => told"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder((Object[]) expected));
        page.page().evaluate("() => told.length = 0");
    }
}
