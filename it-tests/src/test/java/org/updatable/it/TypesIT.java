package org.updatable.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.updatable.it.browser.Window;
import org.updatable.it.browser.Windows;
import org.updatable.it.database.OwnDatabase;
import org.updatable.it.types.Rows;
import org.updatable.model.Samples;
import org.updatable.model.Story;
import org.updatable.model.Types;

/** Whatever the type of an attribute: after a commit an open page shows what one shows that is rendered then. */
@OnServer
class TypesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Of all rows. The live model knows them; this number says if it forgets one. */
    private static final int PROPERTIES = 79;

    /** In one of them everything is taken away that can be. */
    private static final int ROUNDS = 3;

    @RegisterExtension
    final Windows windows = new Windows();

    private final URI page = Server.address("types").resolve("page");
    private Window reader;

    @BeforeEach
    void openWindow() {
        reader = windows.open();
    }

    @Deployment(testable = false)
    public static WebArchive types() {
        WebArchive types = ShrinkWrap.create(WebArchive.class, "types.war")
                .addPackage(Rows.class.getPackage())
                .addPackage(OwnDatabase.class.getPackage())
                .addClasses(Samples.class, Story.class, Types.class)
                .addAsResource("types/persistence.xml", "META-INF/persistence.xml")
                .addAsWebResource("types/types.jsp", "types.jsp")
                .addAsLibrary(Archives.database());
        Archives.libraries().forEach((path, library) -> types.add(library, path));
        return types;
    }

    @Test
    void everyPropertyOfTheLiveModelIsLiveOnThePage() {
        Window fresh = windows.openWithoutScripts();
        Page rendered = fresh.open(page).page();

        assertThat(rendered.locator("li").allTextContents()).hasSize(PROPERTIES);
        assertThat(lines(fresh))
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactlyInAnyOrderElementsOf(rendered.locator("li").allTextContents());
        assertThat(rendered.locator("p:not(:has([data-update-group]))").allTextContents())
                .as("is not live")
                .isEmpty();
    }

    @Test
    void whatIsChangedTogetherIsShownAsOnAFreshPage() {
        List<String> before = readerIsLive();
        for (int round = 0; round < ROUNDS; round++) {
            change("all");
            List<String> after = comesToShowWhatAFreshPageShows();
            assertThat(same(before, after)).as("what a round left as it was").isEmpty();
            before = after;
        }
    }

    /** By itself it is told, or read. Together with something that is read, all of its row is. */
    @Test
    void whatIsChangedByItselfIsShownAsOnAFreshPage() {
        List<String> before = readerIsLive();
        for (int round = 0; round < ROUNDS; round++) {
            List<String> after;
            int left;
            do {
                left = change("next");
                after = comesToShowWhatAFreshPageShows();
            } while (left > 0);
            assertThat(same(before, after)).as("what a round left as it was").isEmpty();
            before = after;
        }
    }

    /** Answers what it shows. */
    private List<String> readerIsLive() {
        reader.open(page).isLive();
        return comesToShowWhatAFreshPageShows();
    }

    /** Answers how many changes are left in the round. */
    private int change(String which) {
        APIResponse answer = reader.page().request().post(page + "?" + which);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Integer.parseInt(answer.text());
    }

    private List<String> comesToShowWhatAFreshPageShows() {
        List<String> there = linesOfAFreshPage();
        await().pollInSameThread().atMost(PATIENCE).untilAsserted(() -> {
            List<String> here = lines(reader);
            assertThat(without(there, here))
                    .as("what a fresh page shows where the open one shows %s", without(here, there))
                    .isEmpty();
        });
        return there;
    }

    /** As they were rendered: no script of it runs. */
    @SuppressWarnings("unchecked")
    private List<String> linesOfAFreshPage() {
        return (List<String>) reader.page().evaluate("""
                async () => {
                  const answer = await fetch(location.href);
                  if (!answer.ok) throw new Error(await answer.text());
                  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
                  return [...fresh.querySelectorAll("p")].map(line => line.textContent);
                }""");
    }

    private static List<String> lines(Window window) {
        return window.page().locator("p").allTextContents();
    }

    private static List<String> same(List<String> lines, List<String> others) {
        return lines.stream().filter(others::contains).toList();
    }

    private static List<String> without(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }
}
