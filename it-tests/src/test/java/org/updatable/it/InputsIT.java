package org.updatable.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.File;
import java.io.StringReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.primefaces.PrimeFaces;
import org.updatable.it.browser.Form;
import org.updatable.it.browser.Window;
import org.updatable.it.browser.Windows;
import org.updatable.it.database.OwnDatabase;
import org.updatable.it.inputs.Meetings;

/** Form fields are live until they are their user's, and again when she has saved or reset them. */
@OnServer
class InputsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final List<String> PAGES = List.of(
            "plain.jsp", "attributes.xhtml", "live.xhtml", "primefaces-attributes.xhtml", "primefaces-live.xhtml");

    private static final List<String> ROOMS = List.of("HALL", "ATTIC", "CELLAR");

    /** What the user enters: nobody else does. */
    private static final Map<String, String> MINE = new TreeMap<>(Map.of(
            "title", "My title",
            "agenda", "My first\nMy second",
            "room", "CELLAR",
            "booked", "true",
            "fee", "77.25",
            "held", "2026-12-24",
            "phone", "0171-999999"));

    @RegisterExtension
    final Windows windows = new Windows();

    private Window window;
    private Form form;
    private String id = "";
    private Map<String, String> committed = Map.of();

    @BeforeEach
    void openWindow() {
        window = windows.open();
    }

    @Deployment(testable = false)
    public static WebArchive inputs() {
        WebArchive inputs = ShrinkWrap.create(WebArchive.class, "inputs.war")
                .addPackage(Meetings.class.getPackage())
                .addPackage(OwnDatabase.class.getPackage())
                .addAsResource("inputs/persistence.xml", "META-INF/persistence.xml")
                .setWebXML("inputs/web.xml")
                .addAsLibraries(Archives.database(), primefaces());
        for (String page : PAGES) inputs.addAsWebResource("inputs/" + page, page);
        Archives.libraries().forEach((path, library) -> inputs.add(library, path));
        return inputs;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyFieldFollowsACommitAndIsSavedAsItIsShown(String page) {
        open(page);
        commit(values(2));
        form.comesToShow(values(2));
        int before = changes();
        form.press("Save");
        await().pollInSameThread().atMost(PATIENCE).until(() -> changes() > before);
        assertThat(stored()).isEqualTo(values(2));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aFieldThatTheUserIsInIsLeftAloneUntilSheLeaves(String page) {
        open(page);
        int number = 1;
        for (String name : committed.keySet()) {
            String before = form.seen(name);
            form.enter(name);
            commit(values(++number));
            form.comesToDefer(name, values(number).get(name));
            assertThat(form.seen(name)).isEqualTo(before);
            form.leave();
            commit(values(++number));
            form.comesToShow(values(number));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatTheUserHasChangedIsLeftAloneUntilSheResetsIt(String page) {
        open(page);
        changeAll();
        form.press("Reset");
        await().pollInSameThread().atMost(PATIENCE).until(() -> !form.seen("title")
                .equals(MINE.get("title")));
        commit(values(4));
        form.comesToShow(values(4));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatTheUserHasChangedIsLeftAloneUntilSheSavesIt(String page) {
        open(page);
        changeAll();
        window.page().evaluate("window.neverReloaded = true");
        form.press("Save");
        window.page().waitForFunction("!window.neverReloaded && document.readyState === 'complete'");
        savedIsLiveAgain();
    }

    @ParameterizedTest
    @MethodSource("facesPages")
    void whatAjaxSavesAndShowsAgainIsLiveAgain(String page) {
        open(page);
        changeAll();
        window.page().locator("form input[type=text]").first().evaluate("field => window.shown = field");
        form.press("Save and show again");
        window.page().waitForFunction("!window.shown.isConnected");
        savedIsLiveAgain();
    }

    @ParameterizedTest
    @MethodSource("facesPages")
    void whatAjaxSavesAndDoesNotShowAgainIsLiveAgain(String page) {
        open(page);
        changeAll();
        form.press("Save quietly");
        savedIsLiveAgain();
    }

    /** As the parser does when it pauses: what draws the menu comes after its field. */
    @Test
    void aWidgetThatComesInPiecesIsLiveOnce() {
        open("primefaces-attributes.xhtml");

        Object live = window.page().evaluate("""
                async () => {
                  const pause = () => new Promise(then => setTimeout(then, 50));
                  const menu = document.createElement("div");
                  menu.className = "ui-selectonemenu";
                  menu.dataset.updateGroup = "late";
                  menu.innerHTML = "<select id='late_input'></select>";
                  document.body.append(menu);
                  await pause();
                  menu.insertAdjacentHTML("beforeend", "<span data-update-group='late'></span>");
                  await pause();
                  return [...document.querySelectorAll("[data-update-group=late]")].map(e => e.localName).join();
                }""");

        assertThat(live).isEqualTo("select");
    }

    static List<String> pages() {
        return PAGES;
    }

    static List<String> facesPages() {
        return PAGES.stream().filter(page -> page.endsWith("xhtml")).toList();
    }

    /** Opens a page of a new meeting, and waits until it is live. */
    private void open(String page) {
        commit(values(1));
        window.open(Server.address("inputs").resolve(page + "?id=" + id));
        form = new Form(window, "meeting-" + id);
        form.rememberPending();
        window.isLive();
        form.comesToShow(values(1));
    }

    /** The user changes all fields, and then somebody else commits. */
    private void changeAll() {
        MINE.forEach(form::change);
        commit(values(3));
        for (String name : MINE.keySet()) {
            // Of two values, the other one is the user's.
            if (!name.equals("booked")) form.comesToDefer(name, values(3).get(name));
        }
        assertThat(form.seen(MINE.keySet())).isEqualTo(MINE);
    }

    private void savedIsLiveAgain() {
        form.comesToShow(MINE);
        await().pollInSameThread().atMost(PATIENCE).until(() -> stored().equals(MINE));
        window.isLive();
        commit(values(4));
        form.comesToShow(values(4));
    }

    private void commit(Map<String, String> values) {
        FormData data = FormData.create();
        if (!id.isEmpty()) data.set("id", id);
        values.forEach(data::set);
        APIResponse answer =
                window.page().request().post(desk(""), RequestOptions.create().setForm(data));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        id = answer.text();
        committed = values;
    }

    /** What the database holds. A browser saves lines with the end of lines that a network has. */
    private Map<String, String> stored() {
        JsonObject stored = ask();
        Map<String, String> values = new TreeMap<>();
        for (String name : MINE.keySet())
            values.put(name, stored.getString(name).replace("\r\n", "\n"));
        return values;
    }

    private int changes() {
        return ask().getInt("changes");
    }

    private JsonObject ask() {
        APIResponse answer = window.page().request().get(desk("?id=" + id));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        try (JsonReader reader = Json.createReader(new StringReader(answer.text()))) {
            return reader.readObject();
        }
    }

    private static String desk(String query) {
        return Server.address("inputs").resolve("desk" + query).toString();
    }

    /** All of them differ from those of the number before. */
    private static Map<String, String> values(int number) {
        return new TreeMap<>(Map.of(
                "title", "Title " + number,
                "agenda", "First " + number + "\nSecond " + number,
                "room", ROOMS.get(number % 3),
                "booked", Boolean.toString(number % 2 == 0),
                "fee", 1_000 * number + ".50",
                "held", LocalDate.of(2026, 3, number).toString(),
                "phone", "0431-%06d".formatted(number)));
    }

    private static File primefaces() {
        return new File(PrimeFaces.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }
}
