package org.updatable.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.updatable.it.Newsroom;
import org.updatable.it.Server;
import org.updatable.it.protocol.Frames;

/** What one person has open, and what the server has told it. */
public final class Window {
    private static final double PATIENCE = 20_000;

    private final BrowserContext profile;
    private final Page page;
    private final List<String> console = new ArrayList<>();
    private final List<String> sockets = new ArrayList<>();
    private final List<String> frames = new ArrayList<>();

    Window(BrowserContext profile) {
        this.profile = profile;
        this.page = profile.newPage();
        page.onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
        page.onPageError(error -> console.add("uncaught: " + error));
        page.onWebSocket(this::listen);
    }

    /** The page that is open, for what is not said here. */
    public Page page() {
        return page;
    }

    /** Opens a page, and waits until it is live. */
    public Window open(URI address) {
        page.navigate(address.toString());
        return this;
    }

    /** Opens the page of a post, and waits until the server has heard what it shows. */
    public Window read(Newsroom newsroom, long id) {
        open(Server.address("newsroom").resolve("post.xhtml?id=" + id));
        isLive();
        hears(newsroom, id);
        return this;
    }

    /** Opens the front page, and waits until the server has heard that it shows a post. */
    public Window browse(Newsroom newsroom, long id) {
        open(Server.address("newsroom"));
        isLive();
        hears(newsroom, id);
        return this;
    }

    /** A page is live before its first subscription has arrived: readers applaud until the page shows it. */
    public void hears(Newsroom newsroom, long id) {
        int[] applause = {1_000};
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            newsroom.edit(id, "applause", ++applause[0]);
            page.waitForTimeout(50);
            return field(id, "applause").first().textContent().equals(Integer.toString(applause[0]));
        });
        frames.clear();
    }

    /** The elements that show a field of a post. */
    public Locator field(long id, String property) {
        return page.locator("[data-update-group='post-" + id + "-" + property + "']");
    }

    /** Waits until the field is shown so. */
    public void comesToShow(long id, String property, Object value) {
        comesToShow(field(id, property), value);
    }

    /** Waits until the element shows this text, and nothing else. */
    public void comesToShow(Locator element, Object text) {
        assertThat(element).hasText(String.valueOf(text), new HasTextOptions().setTimeout(PATIENCE));
    }

    /** What the page shows now. */
    public String shown(long id, String property) {
        return field(id, property).textContent();
    }

    /** Waits for the state that the client shows on the page. */
    public void is(String state) {
        assertThat(page.locator("html"))
                .hasAttribute("data-update-state", state, new HasAttributeOptions().setTimeout(PATIENCE));
    }

    public void isLive() {
        is("live");
    }

    /** Every value that the server has sent for a field of a post, since the page {@linkplain #hears hears}. */
    public List<JsonValue> received(long id, String property) {
        return Frames.values(frames, "post-" + id + "-" + property);
    }

    /** The text frames that came since the page {@linkplain #hears hears}. */
    public List<String> frames() {
        return List.copyOf(frames);
    }

    /** The addresses of the WebSockets that were opened in this window. */
    public List<String> sockets() {
        return List.copyOf(sockets);
    }

    /** What was written to the console, and exceptions that nobody caught. */
    public List<String> console() {
        return List.copyOf(console);
    }

    void close() {
        profile.close();
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
        sockets.add(socket.url());
        socket.onFrameReceived(this::received);
    }

    private void received(WebSocketFrame frame) {
        if (frame.text() != null) frames.add(frame.text());
    }
}
