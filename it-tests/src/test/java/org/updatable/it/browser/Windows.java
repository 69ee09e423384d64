package org.updatable.it.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The windows of one test, each in a browser profile of its own. When the test fails, what they show and what was said
 * in them is kept below {@code target/browser}.
 */
public final class Windows implements BeforeEachCallback, AfterEachCallback {
    private static final Namespace OURS = Namespace.create(Windows.class);

    private final List<Window> open = new ArrayList<>();
    private Store browsers;

    @Override
    public void beforeEach(ExtensionContext test) {
        browsers = test.getRoot().getStore(OURS);
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        try {
            if (test.getExecutionException().isPresent()) keep(test);
        } finally {
            open.forEach(Window::close);
        }
    }

    /** A new window, with nothing in it. */
    public Window open() {
        return open(new NewContextOptions());
    }

    /** A new window of a person who asked for less motion. */
    public Window openWithReducedMotion() {
        return open(new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
    }

    /** A new window where no script runs: what is opened in it stays as it was rendered. */
    public Window openWithoutScripts() {
        return open(new NewContextOptions().setJavaScriptEnabled(false));
    }

    /** A new window that keeps the pages that are left, for who comes back to them. */
    public Window openWithBackForwardCache() {
        return open(browser("with cache", Chromium::startWithBackForwardCache), new NewContextOptions());
    }

    Window open(NewContextOptions options) {
        return open(browser("plain", Chromium::start), options);
    }

    private Window open(Chromium chromium, NewContextOptions options) {
        return opened(new Window(chromium.browser().newContext(options.setLocale("en")), true));
    }

    /** A new tab of one window, in front of the others, which nobody sees then. */
    public Window openTab() {
        return opened(new Window(
                browser("with tabs", Chromium::startWithTabs)
                        .browser()
                        .contexts()
                        .get(0),
                false));
    }

    private Window opened(Window window) {
        open.add(window);
        return window;
    }

    private Chromium browser(String kind, Supplier<Chromium> start) {
        return browsers.getOrComputeIfAbsent(kind, first -> start.get(), Chromium.class);
    }

    private void keep(ExtensionContext test) throws IOException {
        Path directory = Files.createDirectories(Path.of(System.getProperty("it.directory"), "browser"));
        String name = test.getRequiredTestClass().getSimpleName() + "."
                + test.getRequiredTestMethod().getName();
        for (int i = 0; i < open.size(); i++) open.get(i).keep(directory, name + "." + (i + 1));
    }
}
