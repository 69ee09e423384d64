package org.updatable.it.browser;

import com.microsoft.playwright.Page.AddStyleTagOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.updatable.it.Archives;
import org.updatable.it.Server;

/** The README's pictures, each of two windows at the moment of an edit: target/*.png, to be copied to docs. */
public abstract class Pictures {
    private static final long ID = 7;

    @RegisterExtension
    final Windows windows = new Windows();

    private final URI newsroom = Server.address("newsroom");

    @Test
    void twoWindows() {
        Picture picture = new Picture(windows, 730);
        Window reader = read(picture.window(), "");
        keepHighlights(reader);

        Window editor = edit(picture.window(), "The new ferry is called Slow but Sure");
        editor.page().evaluate("document.querySelector('main h1').scrollIntoView()");
        String right = picture.of(editor);
        save(editor);
        reader.page().waitForSelector("h2 [data-updated]");

        picture.save("two-windows.png", picture.of(reader), right);
    }

    @Test
    void facesAndJsp() {
        Picture picture = new Picture(windows, 400);
        Window faces = read(picture.window(), "post.xhtml?id=" + ID);
        Window jsp = read(picture.window(), "post.jsp?id=" + ID);
        faces.comesToShow(ID, "applause", jsp.shown(ID, "applause"));
        keepHighlights(faces);
        keepHighlights(jsp);

        save(edit(windows.open(), "Slow but Sure sails on Saturday"));
        faces.page().waitForSelector("h1[data-updated]");
        jsp.page().waitForSelector("h1[data-updated]");

        picture.save(
                "faces-and-jsp.png",
                Picture.ofSource("Faces: post.xhtml", headline("/post.xhtml")) + picture.of(faces),
                Picture.ofSource("JSP: post.jsp", headline("/post.jsp")) + picture.of(jsp));
    }

    @Test
    void meanwhile() {
        Picture picture = new Picture(windows, 730);
        Window list = picture.window().enter("ann", "products.xhtml");
        keepHighlights(list);
        Window form = picture.window().enter("ben", "products.xhtml");
        open(form, "Bridge bun, smaller");
        form.page().getByLabel("Name").fill("Bridge bun, as large as ever");
        Window other = windows.open().enter("ann", "products.xhtml");
        open(other, "Bridge bun, smaller");
        other.page().getByLabel("Name").fill("Bridge bun, almost as large");
        other.page().getByLabel("Price").fill("1.95");
        save(other);
        list.page().waitForSelector("td [data-updated]");
        form.page().waitForSelector("[data-update-choice=keep]");

        picture.save("meanwhile.png", picture.of(list), picture.of(form));
    }

    private static void open(Window list, String product) {
        list.page().getByText(product).click();
        list.page().waitForSelector("#save");
        list.isLive();
    }

    /** The line of a page's source that shows the headline. */
    private static String headline(String page) {
        return Archives.source(page)
                .lines()
                .filter(line -> line.contains("<upd:updatable") && line.contains("field=\"title\""))
                .findFirst()
                .orElseThrow()
                .strip();
    }

    private Window read(Window reader, String page) {
        reader.open(newsroom.resolve(page));
        reader.isLive();
        windows.open().applaudUntilSeen(newsroom, ID, reader);
        return reader;
    }

    private Window edit(Window editor, String title) {
        editor.open(newsroom.resolve("edit.xhtml?id=" + ID));
        editor.isLive();
        editor.page().getByLabel("Title").fill(title);
        return editor;
    }

    private static void save(Window editor) {
        editor.page()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Save"))
                .click();
    }

    /** From now on a highlight stays as it is when it begins. It would fade, and the camera is slow. */
    private static void keepHighlights(Window reader) {
        reader.page().waitForFunction("document.querySelectorAll('[data-updated]').length === 0");
        reader.page()
                .addStyleTag(new AddStyleTagOptions()
                        .setContent("[data-updated] { animation-play-state: paused !important }"));
        reader.page().evaluate("""
                () => {
                  new MutationObserver(changes => {
                    for (const { target } of changes) {
                      if (!target.hasAttribute("data-updated")) target.setAttribute("data-updated", "");
                    }
                  }).observe(document, { subtree: true, attributeFilter: ["data-updated"] });
                }""");
    }
}
