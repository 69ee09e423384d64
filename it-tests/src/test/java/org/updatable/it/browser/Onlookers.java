package org.updatable.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some real browser pages behind one cable, each of which remembers when something became older than it was. */
public final class Onlookers implements AutoCloseable {
    /** Numbers of which the entity says that they only grow. */
    private static final String REMEMBERS = """
            window.wentBack = [];
            const number = text => Number(text.replace(/[^0-9-]/g, ""));
            window.torn = [];
            const shown = new Map();
            document.addEventListener("updatable:before", ({ target, detail: { update } }) => {
              if (!/^(guarded|clocked|locked|twin|mirror|swept)-\\d+-(a|b|c|sum|total)(~.*)?$/.test(update.path)) return;
              shown.set(target, number(target.textContent));
            });
            document.addEventListener("updatable:after", ({ target, detail: { update } }) => {
              const now = number(target.textContent);
              if (now < shown.get(target)) wentBack.push(`${update.path} from ${shown.get(target)} to ${now}`);
            });
            const look = () => {
              requestAnimationFrame(look);
              if (document.documentElement?.dataset.updateState !== "live") return;
              const pairs = new Map();
              for (const e of document.querySelectorAll("[data-update-group^=twin-], [data-update-group^=mirror-]")) {
                const [, id, field] = e.dataset.updateGroup.match(/^\\w+-(\\d+)-(\\w+)/);
                const pair = Math.ceil(id / 2);
                if (field !== "sum") pairs.set(pair, (pairs.get(pair) ?? new Set()).add(number(e.textContent)));
              }
              pairs.forEach((values, pair) => values.size > 1 && torn.push(`twins ${pair}: ${[...values]}`));
            };
            look();
            """;

    private static final double LONGEST_WAIT = 45_000;

    private final Cable cable = new Cable();
    private final List<Window> windows = new ArrayList<>();

    /** Nobody yet. */
    public Onlookers() {}

    /** Somebody opens a page of an application, through the cable. */
    public void open(Windows browsers, String application, String page) {
        Window window = browsers.open();
        window.page().addInitScript(REMEMBERS);
        windows.add(window.open(cable.address(application).resolve(page)));
    }

    /** Cuts the cable for a moment. */
    public void trip() {
        cable.cut();
        cable.mend();
    }

    /** Waits until every page says that it is live. */
    public void areLive() {
        // As long as a page may wait before it tries again, and a little longer.
        for (Window window : windows)
            assertThat(window.page().locator("html"))
                    .hasAttribute("data-update-state", "live", new HasAttributeOptions().setTimeout(LONGEST_WAIT));
    }

    /** What was shown after something newer. */
    public List<String> wentBack() {
        List<String> all = new ArrayList<>();
        for (Window window : windows)
            for (Object each : (List<?>) window.page().evaluate("wentBack")) all.add(each.toString());
        return all;
    }

    /** What was painted together and never was so. */
    public List<String> torn() {
        List<String> all = new ArrayList<>();
        for (Window window : windows)
            for (Object each : (List<?>) window.page().evaluate("torn")) all.add(each.toString());
        return all;
    }

    /** What each page shows of each group: its text, its class {@code hot} or its attribute; or "gone". */
    public List<Map<String, String>> shown() {
        List<Map<String, String>> all = new ArrayList<>();
        for (Window window : windows) {
            Map<String, String> shown = new HashMap<>();
            ((Map<?, ?>) window.page().evaluate("""
                    Object.fromEntries([...document.querySelectorAll("[data-update-group]")].map(e => {
                      const group = e.dataset.updateGroup;
                      const number = text => text.replace(/[^0-9-]/g, "");
                      if (e.hasAttribute("data-update-removed")) return [group, "gone"];
                      if (group.endsWith("-hot")) return [group, String(e.classList.contains("hot"))];
                      if (group.endsWith("-rank")) return [group, e.dataset.rank];
                      return [group, number(e.textContent)];
                    }))"""))
                    .forEach((group, value) -> shown.put(group.toString(), value.toString()));
            all.add(shown);
        }
        return all;
    }

    @Override
    public void close() {
        cable.close();
    }
}
