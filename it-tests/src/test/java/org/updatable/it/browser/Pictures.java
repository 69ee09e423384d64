package org.updatable.it.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator.ScreenshotOptions;
import com.microsoft.playwright.Page.AddStyleTagOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.updatable.it.Server;

/** The README's picture, two windows at the moment of an edit: target/two-windows.png, to be copied to docs. */
public abstract class Picture {
    private static final long ID = 7;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 730;
    private static final double SCALE = 1.2;

    @RegisterExtension
    final Windows windows = new Windows();

    @Test
    void twoWindows() {
        URI newsroom = Server.address("newsroom");
        String form = "edit.xhtml?id=" + ID;
        Window reader = windows.open(size()).open(newsroom);
        reader.isLive();
        windows.open().applaudUntilSeen(newsroom, ID, reader);
        // The highlight fades; this keeps it as it is when it begins, for as long as it is there.
        reader.page()
                .addStyleTag(new AddStyleTagOptions()
                        .setContent("[data-updated] { animation-play-state: paused !important }"));
        reader.page().waitForFunction("document.querySelectorAll('[data-updated]').length === 0");

        Window editor = windows.open(size()).open(newsroom.resolve(form));
        editor.isLive();
        editor.page().getByLabel("Title").fill("The new ferry is called Slow but Sure");
        editor.page().evaluate("document.querySelector('main h1').scrollIntoView()");
        byte[] right = editor.page().screenshot();
        editor.page()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Save"))
                .click();
        reader.page().waitForSelector("h2 [data-updated]");
        byte[] left = reader.page().screenshot();

        Window paper = windows.open(new NewContextOptions()
                .setViewportSize(2 * WIDTH + 60, HEIGHT + 90)
                .setDeviceScaleFactor(SCALE));
        paper.page().setContent("""
                <style>
                  body { margin: 0; font: 13px system-ui, sans-serif; }
                  #both { display: flex; gap: 20px; padding: 20px; background: #dfe3e8; }
                  figure { margin: 0; border-radius: 9px; overflow: hidden; background: #fff; box-shadow: 0 6px 22px #0004; }
                  figcaption { padding: 9px 14px; background: #f3f4f6; color: #555; border-bottom: 1px solid #ddd; }
                  figcaption::before { content: "● ● ●"; margin-right: 14px; color: #c3c7cd; letter-spacing: 1px; }
                  img { display: block; width: %1$dpx; height: %2$dpx; }
                </style>
                <div id="both">
                  <figure><figcaption>/newsroom/</figcaption><img src="data:image/png;base64,%3$s"></figure>
                  <figure><figcaption>/newsroom/%4$s</figcaption><img src="data:image/png;base64,%5$s"></figure>
                </div>""".formatted(WIDTH, HEIGHT, base64(left), form, base64(right)));
        paper.page()
                .locator("#both")
                .screenshot(new ScreenshotOptions()
                        .setPath(Path.of(System.getProperty("it.directory"), "two-windows.png")));
    }

    private static NewContextOptions size() {
        return new NewContextOptions().setViewportSize(WIDTH, HEIGHT).setDeviceScaleFactor(SCALE);
    }

    private static String base64(byte... bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
