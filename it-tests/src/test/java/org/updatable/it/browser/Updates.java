package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.WebSocketRoute;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.updatable.it.Server;

/** What the shipped script makes of updates of every kind, where only a browser can tell. The test is the server. */
public abstract class Updates {
    private static final String STRICT =
            "default-src 'self'; img-src 'self' data:; connect-src *; require-trusted-types-for 'script'; ";
    private static final String LINES = "<p>line</p>".repeat(80);

    @RegisterExtension
    final Windows windows = new Windows();

    private final List<WebSocketRoute> sockets = new ArrayList<>();
    private Window window;

    @Test
    void markupIsMarkupWhereThePageSaysSoAndRunsNothing() {
        open(STRICT + "trusted-types updatable", """
                <p id="markup" data-update-group="body" data-update-html>Before</p>
                <p id="text" data-update-group="body">Before</p>""");
        says("""
                {"type": "update_value", "path": "body", "html": true,
                 "value": "<b>After</b><script>attacked = 1</script><img src=x onerror='attacked = 2'>"}""");
        window.comesToShow(page().locator("#markup b"), "After");
        assertThat(page().locator("#text").innerHTML()).startsWith("&lt;b&gt;After&lt;/b&gt;");
        assertThat(page().evaluate("window.attacked")).isNull();
    }

    @Test
    void markupThatIsThereAlreadyIsLeftAlone() {
        open(STRICT + "trusted-types updatable", """
                <p id="markup" data-update-group="body" data-update-html><b>it&#39;s</b></p>
                <p id="other" data-update-group="other">Before</p>""");
        page().evaluate("window.bold = document.querySelector('b')");
        says("""
                {"type": "update_value", "path": "body", "html": true, "value": "<b>it&#39;s</b>"}""", """
                {"type": "update_value", "path": "other", "value": "After"}""");
        window.comesToShow(page().locator("#other"), "After");
        assertThat(page().evaluate("bold.isConnected")).isEqualTo(true);
    }

    @Test
    void whereThePageRefusesOurPolicyMarkupIsText() {
        open(STRICT + "trusted-types other", """
                <p id="markup" data-update-group="body" data-update-html><b>Before</b></p>""");
        says("""
                {"type": "update_value", "path": "body", "html": true, "value": "<b>After</b>"}""");
        window.comesToShow(page().locator("#markup"), "<b>After</b>");
        assertThat(window.console())
                .filteredOn(line -> line.contains("Updatable"))
                .singleElement()
                .asString()
                .startsWith("warning");
    }

    @Test
    void whatABrowserWouldRunIsRefused() {
        open(STRICT, """
                <a id="link" href="/before" data-update-group="link">Link</a>
                <iframe id="frame" data-update-group="link"></iframe>""");
        says("""
                {"type": "update_attribute", "path": "link", "attribute_name": "onclick", "value": "attacked = 1"}""", """
                {"type": "update_attribute", "path": "link", "attribute_name": "srcdoc", "value": "<script>top.attacked = 2</script>"}""", """
                {"type": "update_attribute", "path": "link", "attribute_name": "href", "value": " JAVA\\tscript:attacked = 3"}""", """
                {"type": "update_attribute", "path": "link", "attribute_name": "title", "value": "After"}""");
        page().waitForSelector("#link[title=After]");
        assertThat(page().locator("#link").getAttribute("href")).isEqualTo("/before");
        assertThat(page().locator("[onclick], [srcdoc]").count()).isZero();
        assertThat(page().evaluate("window.attacked")).isNull();
    }

    @Test
    void focusSelectionAndScrollStay() {
        open(STRICT + "trusted-types updatable", """
                <p id="from">From</p><h1 data-update-group="title">Before</h1>
                <a id="link" href="/before" data-update-group="link">Before</a>
                <div id="box" data-update-group="box" data-update-html>%s</div>
                %s<p id="to">To here</p>""".formatted(LINES, LINES));
        page().evaluate("""
                () => {
                  const [from, to, box] = ["from", "to", "box"].map(id => document.getElementById(id));
                  box.style.height = "50px";
                  box.style.overflow = "auto";
                  box.scrollTop = 300;
                  document.getElementById("link").focus();
                  getSelection().setBaseAndExtent(from.firstChild, 1, to.firstChild, 2);
                  scrollTo(0, 500);
                }""");
        String place = """
                [document.activeElement.id, getSelection().anchorNode.parentNode.id, getSelection().anchorOffset,
                 getSelection().focusNode.parentNode.id, getSelection().focusOffset,
                 document.getElementById("box").scrollTop, scrollY].join()""";
        Object before = page().evaluate(place);
        says("""
                {"type": "update_value", "path": "title", "value": "After"}""", """
                {"type": "update_value", "path": "link", "value": "After"}""", """
                {"type": "update_attribute", "path": "link", "attribute_name": "href", "value": "/after"}""", """
                {"type": "update_value", "path": "box", "html": true, "value": "%s"}""".formatted(LINES.replace("line", "after")));
        window.comesToShow(page().locator("h1"), "After");
        assertThat(before).isEqualTo("link,from,1,to,2,300,500");
        assertThat(page().evaluate(place)).isEqualTo(before);
        assertThat(page().locator("#link[href='/after']").textContent()).isEqualTo("After");
    }

    /** It then covers all of the new text: a browser moves what lies in a text that is replaced to its start. */
    @Test
    void aSelectionThatBeginsInATextThatChangesEndsWhereItEnded() {
        open(STRICT + "trusted-types updatable", """
                <textarea id="field">Nobody's</textarea><h1 id="title" data-update-group="title">Before</h1>
                <p id="body" data-update-group="body" data-update-html><b>Before</b></p>
                <p id="to">To here</p>%s""".formatted(LINES));
        page().evaluate("document.getElementById('field').setSelectionRange(1, 3)");
        String place = """
                [getSelection().anchorNode.parentNode.localName, getSelection().anchorNode.nodeName, getSelection().anchorOffset,
                 getSelection().focusNode.parentNode.id, getSelection().focusOffset,
                 document.getElementById("field").selectionStart, document.getElementById("field").selectionEnd, scrollY].join()""";
        select("title");
        assertThat(page().evaluate(place)).isEqualTo("h1,#text,3,to,2,1,3,40");

        says("""
                {"type": "update_value", "path": "title", "value": "Another title"}""");

        window.comesToShow(page().locator("#title"), "Another title");
        assertThat(page().evaluate(place)).isEqualTo("h1,#text,0,to,2,1,3,40");

        select("body b");
        says("""
                {"type": "update_value", "path": "body", "html": true, "value": "<i>After</i>"}""");

        window.comesToShow(page().locator("#body i"), "After");
        assertThat(page().evaluate(place)).isEqualTo("body,P,0,to,2,1,3,40");
        assertThat(window.console()).isEmpty();
    }

    /** The button loses the focus, as the standard has it, but Tab goes on from there. */
    @Test
    void whoIsOnAButtonThatIsDisabledGoesOnFromThere() {
        open(STRICT, """
                <button id="before">Before</button><button id="button" data-update-group="button">Buy</button>
                <button id="after">After</button>%s""".formatted(LINES));
        for (String[] way : new String[][] {{"Tab", "after"}, {"Shift+Tab", "before"}}) {
            page().focus("#button");
            page().evaluate("scrollTo(0, 5)");
            disables(true);
            page().waitForSelector("#button[disabled]");
            assertThat(page().evaluate("scrollY")).isEqualTo(5);

            page().keyboard().press(way[0]);
            assertThat(page().evaluate("document.activeElement.id")).isEqualTo(way[1]);

            disables(false);
            page().waitForSelector("#button:enabled");
            assertThat(page().evaluate("document.activeElement.id")).isEqualTo(way[1]);
        }
        assertThat(window.console()).isEmpty();
    }

    @Test
    void whatChangedIsReadAloud() {
        open(STRICT, """
                <p data-update-group="stock" data-update-announce="polite" aria-label="In stock:">9</p>
                <p data-update-group="alarm" data-update-announce="assertive">None</p>""");
        says("""
                {"type": "update_value", "path": "stock", "value": 8}""", """
                {"type": "update_value", "path": "alarm", "value": "Fire"}""");
        window.comesToShow(page().locator("[role=status][aria-live=polite]"), "In stock: 8");
        window.comesToShow(page().locator("[role=alert][aria-live=assertive]"), "Fire");
        assertThat(page().locator("[role=status]").evaluate("e => getComputedStyle(e).clipPath"))
                .isEqualTo("inset(50%)");
        assertThat(window.console()).isEmpty();
    }

    /** What lies outside of the dialog is inert, and not in the tree that a screen reader is given. */
    @Test
    void whatChangedIsReadAloudWhileAModalDialogIsOpen() {
        open(STRICT, """
                <p data-update-group="stock" data-update-announce="polite" aria-label="In stock:">9</p>
                <dialog id="outer"><dialog id="inner"><button>Close</button></dialog></dialog>""");
        isReadAloud(8);
        page().locator("#outer").evaluate("dialog => dialog.showModal()");
        isReadAloud(7);
        page().locator("#inner").evaluate("dialog => dialog.showModal()");
        isReadAloud(6);
        page().locator("#inner").evaluate("dialog => dialog.close()");
        isReadAloud(5);
        page().locator("#outer").evaluate("dialog => dialog.close()");
        isReadAloud(4);
    }

    @Test
    void aPageHearsOfAnUpdateAndMayPreventIt() {
        open(STRICT, """
                <p id="kept" data-update-group="title">Before</p><p id="changed" data-update-group="title">Before</p>""");
        page().evaluate("""
                () => {
                  window.heard = [];
                  for (const when of ["before", "after"]) {
                    document.addEventListener("updatable:" + when, event => {
                      heard.push(when + " " + event.target.id + " " + event.detail.update.value);
                      if (event.target.id === "kept") event.preventDefault();
                    });
                  }
                }""");
        says("""
                {"type": "update_value", "path": "title", "value": "After"}""");
        window.comesToShow(page().locator("#changed"), "After");
        window.comesToShow(page().locator("#kept"), "Before");
        assertThat(page().evaluate("heard.join()"))
                .isEqualTo("before kept After,before changed After,after changed After");
    }

    private Page page() {
        return window.page();
    }

    /** Opens a page of the newsroom that has this body, and waits until it is live. */
    private void open(String policy, String body) {
        URI address = Server.address("newsroom").resolve("updates.html");
        window = windows.open();
        page().routeWebSocket("**/updates", socket -> {
            sockets.add(socket);
            socket.onMessage(asked -> socket.send("{\"batch\":[{\"type\":\"ready\",\"n\":1}]}"));
        });
        page().route(
                        address.toString(),
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("text/html")
                                .setHeaders(Map.of("Content-Type", "text/html", "Content-Security-Policy", policy))
                                .setBody("<!DOCTYPE html><html lang=\"en\"><head><link rel=\"icon\" href=\"data:,\">"
                                        + "<script src=\"updatable/update-listener.js\"></script></head><body>"
                                        + body + "</body></html>")));
        window.open(address).isLive();
    }

    /** From the third letter of a text on. */
    private void select(String from) {
        page().evaluate("""
                from => {
                  getSelection().setBaseAndExtent(
                    document.querySelector("#" + from).firstChild, 3, document.getElementById("to").firstChild, 2);
                  scrollTo(0, 40);
                }""", from);
    }

    private void disables(boolean disabled) {
        says("""
                {"type": "update_attribute", "path": "button", "attribute_name": "disabled", "value": %s}""".formatted(disabled));
    }

    private void isReadAloud(int stock) {
        says("""
                {"type": "update_value", "path": "stock", "value": %d}""".formatted(stock));
        window.comesToShow(page().locator("[role=status]"), "In stock: " + stock);
        assertThat(window.accessibilityTree()).contains("In stock: " + stock);
    }

    private void says(String... updates) {
        sockets.get(0).send("{\"batch\":[" + String.join(",", updates) + "]}");
    }
}
