package org.updatable.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updatable.it.browser.Window;
import org.updatable.it.browser.Windows;
import org.updatable.it.database.OwnDatabase;
import org.updatable.it.formats.Products;

/** However a page writes a value for people: after a commit an open page shows what one shows that is rendered then. */
@OnServer
class FormatsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ROUNDS = 3;
    private static final String SHOWN = """
            lines => Object.fromEntries(lines.map((line, i) => {
              const shown = line.querySelector('%s');
              return [line.id || 'row ' + i, shown && (shown.matches('input, select') ? shown.value : shown.innerHTML)];
            }).filter(([, text]) => text !== null))""";

    @RegisterExtension
    final Windows windows = new Windows();

    private final URI application = Server.address("formats");

    @Deployment(testable = false)
    public static WebArchive formats() {
        WebArchive formats = ShrinkWrap.create(WebArchive.class, "formats.war")
                .addPackage(Products.class.getPackage())
                .addPackage(OwnDatabase.class.getPackage())
                .addAsResource("formats/persistence.xml", "META-INF/persistence.xml")
                .addAsResource("formats/State.properties", "org/updatable/it/formats/State.properties")
                .addAsResource("formats/State_de.properties", "org/updatable/it/formats/State_de.properties")
                .addAsLibrary(Archives.database());
        for (String page : List.of("formats.xhtml", "formats.jsp", "view.xhtml"))
            formats.addAsWebResource("formats/" + page, page);
        Archives.libraries().forEach((path, library) -> formats.add(library, path));
        return formats;
    }

    @ParameterizedTest
    @CsvSource({"formats.xhtml, de", "formats.xhtml, en-US", "formats.jsp, de", "formats.jsp, en-US"})
    void whatIsPushedLooksAsItIsRendered(String page, String locale) {
        URI address = application.resolve(page + "?locale=" + locale);
        Window reader = windows.open();
        Window fresh = windows.openWithoutScripts();
        reader.open(address).isLive();
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, String> before = shown(reader.page(), "[data-update-group]");
            change(reader.page());
            fresh.open(address);
            Map<String, String> after = shown(fresh.page(), "[data-update-group]");
            assertThat(after).containsAllEntriesOf(shown(fresh.page(), ".plain"));
            await().pollInSameThread().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            shown(reader.page(), "[data-update-group]"))
                    .isEqualTo(after));
            assertThat(before.entrySet())
                    .as("what a round left as it was")
                    .doesNotContainAnyElementsOf(after.entrySet());
        }
    }

    @Test
    void whatNeedsThePageIsShownAndIsNotLive() {
        Page page = windows.open().open(application.resolve("view.xhtml")).page();

        assertThat(page.locator("p").textContent()).endsWith(" on /view.xhtml");
        assertThat(page.locator("[data-update-group]").count()).isZero();
        assertThat(Server.log())
                .contains("""
                Converters$Where writes "040""")
                .contains("without it throws java.lang.NullPointerException: There is no page.");
    }

    private void change(Page page) {
        assertThat(page.request().post(application.resolve("change").toString()).status())
                .isEqualTo(200);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> shown(Page page, String selector) {
        return new LinkedHashMap<>((Map<String, String>) page.locator("p").evaluateAll(SHOWN.formatted(selector)));
    }
}
