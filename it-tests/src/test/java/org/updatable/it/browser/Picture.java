package org.updatable.it.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator.ScreenshotOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;

/** Two columns of what windows show and what pages are made of, as one picture. */
final class Picture {
    private static final int WIDTH = 640;
    private static final double SCALE = 1.2;

    /** Heights are multiples of 5: at this scale they are whole pixels, and no screenshot is blurred by half a pixel. */
    private static final String STYLE = """
            body { margin: 0; font: 13px/35px system-ui, sans-serif; }
            #both { display: flex; gap: 20px; padding: 20px; background: #dfe3e8; }
            section { display: grid; gap: 20px; }
            figure { margin: 0; border-radius: 9px; overflow: hidden; background: #fff; box-shadow: 0 4px 12px #0003; }
            figcaption { box-sizing: border-box; padding: 0 14px; height: 35px; background: #f3f4f6; color: #555; border-bottom: 1px solid #ddd; }
            .window::before { content: "● ● ●"; margin-right: 14px; color: #c3c7cd; letter-spacing: 1px; }
            pre { margin: 0; padding: 0 14px; background: #22262c; color: #e8eaed; font: 14.5px/50px monospace; }
            pre b { color: #9fd08c; font-weight: normal; }
            img { display: block; }
            """;

    private final Windows windows;
    private final int height;

    Picture(Windows windows, int height) {
        this.windows = windows;
        this.height = height;
    }

    /** A new window, as large as the picture shows it. */
    Window window() {
        return windows.open(
                new NewContextOptions().setViewportSize(WIDTH, height).setDeviceScaleFactor(SCALE));
    }

    /** What a window shows now, below its address. */
    String of(Window window) {
        URI address = URI.create(window.page().url());
        String query = address.getQuery() == null ? "" : "?" + address.getQuery();
        return """
                <figure>
                  <figcaption class="window">%s</figcaption>
                  <img src="data:image/png;base64,%s" width="%d" height="%d">
                </figure>""".formatted(
                        escaped(address.getPath() + query),
                        Base64.getEncoder().encodeToString(window.page().screenshot()),
                        WIDTH,
                        height);
    }

    /** A line of markup, below a title. */
    static String ofSource(String title, String line) {
        String coloured = escaped(line).replaceAll("\"[^\"]*\"", "<b>$0</b>");
        return "<figure><figcaption>%s</figcaption><pre>%s</pre></figure>".formatted(escaped(title), coloured);
    }

    /** Draws both columns, and saves the picture below {@code target}. */
    void save(String name, String left, String right) {
        Window paper = windows.open(
                new NewContextOptions().setViewportSize(2 * WIDTH + 60, height).setDeviceScaleFactor(SCALE));
        paper.page().setContent("""
                <style>%s</style>
                <div id="both"><section>%s</section><section>%s</section></div>""".formatted(STYLE, left, right));
        paper.page()
                .locator("#both")
                .screenshot(new ScreenshotOptions().setPath(Path.of(System.getProperty("it.directory"), name)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
