package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.updatable.it.Server;
import org.updatable.it.protocol.Frames;

/** What one person has open, and what the server has told it. */
public final class Window {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BrowserContext profile;
    private final boolean isOwn;
    private final Page page;
    private final List<String> console = new ArrayList<>();
    private final List<WebSocket> sockets = new ArrayList<>();
    private final List<String> frames = new ArrayList<>();

    /**
     * A window with one page.
     *
     * @param isOwn whether nobody else has this profile
     */
    Window(BrowserContext profile, boolean isOwn) {
        this.profile = profile;
        this.isOwn = isOwn;
        this.page = profile.newPage();
        page.onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
        page.onPageError(error -> console.add("uncaught: " + error));
        page.onWebSocket(this::listen);
    }

    /** The page that is open, for what is not said here. */
    public Page page() {
        return page;
    }

    /** Opens a page. */
    public Window open(URI address) {
        page.navigate(address.toString());
        return this;
    }

    /** Opens the page of a post, and waits until it is live. */
    public Window read(long id) {
        return isLive(Server.address("newsroom").resolve("post.xhtml?id=" + id));
    }

    /** Opens the front page, and waits until it is live. */
    public Window browse() {
        return isLive(Server.address("newsroom"));
    }

    /** Opens a page, waits until it is live, and forgets what was sent until then. */
    Window isLive(URI address) {
        open(address).isLive();
        frames.clear();
        return this;
    }

    /** Opens the page where a post is edited. */
    public Window edit(long id) {
        open(Server.address("newsroom").resolve("edit.xhtml?id=" + id));
        isLive();
        return this;
    }

    /** Opens a page of the office, as an editor who signs in. */
    public Window enter(String editor, String page) {
        open(Server.address("newsroom").resolve("admin/" + page));
        this.page.getByLabel("Name").fill(editor);
        this.page.getByLabel("Password").fill(editor);
        this.page
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in"))
                .click();
        isLive();
        return this;
    }

    /** On that page: gives the post another title, and saves it. */
    public void save(String title) {
        page.getByLabel("Title").fill(title);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Save")).click();
        comesToShow(page.locator("h1"), title);
    }

    /** Adds elements for fields to the page, as a script of the application does. */
    void append(long id, String... properties) {
        page.evaluate("""
                ([post, properties]) => {
                  for (const property of properties) {
                    const element = document.createElement("p");
                    element.id = `appended-${property}`;
                    element.dataset.updateGroup = `${post}-${property}`;
                    document.body.append(element);
                  }
                }""", List.of("post-" + id, List.of(properties)));
    }

    /** The same for fields that the page did not show before; waits until the server has answered. */
    void join(long id, String... properties) {
        frames.clear();
        append(id, properties);
        await().pollInSameThread().atMost(PATIENCE).until(() -> {
            page.waitForTimeout(20);
            return frames.stream().anyMatch(Frames::isReady);
        });
        frames.clear();
    }

    /** From now on, writes down which element is highlighted, and by which animation. */
    void rememberHighlights() {
        page.evaluate("""
                () => {
                  window.highlights = [];
                  new MutationObserver(records => {
                    for (const { target } of records) {
                      if (!target.hasAttribute("data-updated")) continue;
                      highlights.push(target.dataset.updateGroup + " " + getComputedStyle(target).animationName);
                    }
                  }).observe(document, { subtree: true, attributeFilter: ["data-updated"] });
                }""");
    }

    /** What was written down. */
    List<String> highlights() {
        return Stream.of(((String) page.evaluate("highlights.join()")).split(",", -1))
                .toList();
    }

    /** Without the fixture: in this window a reader applauds on the page of the post until the other shows it. */
    public void applaudUntilSeen(URI newspaper, long id, Window other) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            open(newspaper.resolve("post.xhtml?id=" + id));
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Applaud"))
                    .click();
            String applause = shown(id, "applause");
            other.page.waitForTimeout(100);
            return other.shown(id, "applause").equals(applause);
        });
        other.frames.clear();
    }

    /** The elements that show a field of a post. */
    public Locator field(long id, String property) {
        return page.locator("[data-update-group='post-" + id + "-" + property + "']");
    }

    /** The elements that show a field of a post, within the element that has this id. */
    Locator field(long id, String property, String within) {
        return page.locator("#" + within).locator(field(id, property));
    }

    /** The elements of the page that include our script, as the browser has read them. */
    List<?> scripts() {
        return (List<?>)
                page.evaluate("[...document.querySelectorAll('script[src*=update-listener]')].map(s => s.outerHTML)");
    }

    /** Waits until the field is shown so. */
    public void comesToShow(long id, String property, Object value) {
        comesToShow(field(id, property), value);
    }

    /** Waits until the element shows this text, and nothing else. */
    public void comesToShow(Locator element, Object text) {
        comesToBe(() -> element.textContent().strip().replaceAll("\\s+", " "), String.valueOf(text));
    }

    /** What the page shows now. */
    public String shown(long id, String property) {
        return field(id, property).textContent();
    }

    /** Waits for the state that the client shows on the page. */
    public void is(String state) {
        Locator root = page.locator("html");
        comesToBe(() -> root.getAttribute("data-update-state"), state);
    }

    /** Playwright's own assertions look after 100, 250, 500 and 1,000 milliseconds. */
    private static void comesToBe(Supplier<String> shown, String expected) {
        await().pollInSameThread().atMost(PATIENCE).untilAsserted(() -> assertThat(shown.get())
                .isEqualTo(expected));
    }

    public void isLive() {
        is("live");
    }

    /** Every value that the server has sent for a field of a post, since the page was live. */
    public List<JsonValue> received(long id, String property) {
        return Frames.values(frames, "post-" + id + "-" + property);
    }

    /** The text frames that came since the page was live. */
    public List<String> frames() {
        return List.copyOf(frames);
    }

    /** The addresses of the WebSockets that were opened in this window. */
    public List<String> sockets() {
        return sockets.stream().map(WebSocket::url).toList();
    }

    /** Whether one of them is open. */
    boolean isConnected() {
        return sockets.stream().anyMatch(socket -> !socket.isClosed());
    }

    /** Lets nothing run on the page, or lets it go on. */
    void freeze(boolean frozen) {
        JsonObject state = new JsonObject();
        state.addProperty("state", frozen ? "frozen" : "active");
        profile.newCDPSession(page).send("Page.setWebLifecycleState", state);
    }

    /** What a screen reader is given of the page, as the browser writes it down. */
    String accessibilityTree() {
        return profile.newCDPSession(page).send("Accessibility.getFullAXTree").toString();
    }

    /** What was written to the console, and exceptions that nobody caught. */
    public List<String> console() {
        return List.copyOf(console);
    }

    /** Goes nowhere first: while another page is on its way, Chromium now and then never says that it has closed this one. */
    void close() {
        profile.pages().forEach(open -> open.navigate("about:blank"));
        if (isOwn) profile.close();
        else page.close();
    }

    void keep(Path directory, String name) throws IOException {
        Files.write(directory.resolve(name + ".log"), console);
        Files.write(directory.resolve(name + ".frames.log"), frames);
        try {
            page.screenshot(new ScreenshotOptions().setPath(directory.resolve(name + ".png")));
        } catch (PlaywrightException gone) {
            console.add("no picture: " + gone.getMessage());
        }
    }

    private void listen(WebSocket socket) {
        sockets.add(socket);
        socket.onFrameReceived(this::received);
    }

    private void received(WebSocketFrame frame) {
        if (frame.text() != null) frames.add(frame.text());
    }
}
