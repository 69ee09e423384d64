package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A form with live fields in a window: what its user sees and does. Texts of a number have no grouping. */
public final class Form {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What is drawn of a field: by its widget, where it has one. */
    private static final String SEEN = """
            field => {
              const drawn = part => document.getElementById("form:" + field.name.replace(/^form:|_input$/g, ""))?.querySelector(part);
              if (field.type === "checkbox") {
                const icon = drawn(".ui-chkbox-icon");
                return String(icon ? icon.classList.contains("ui-icon-check") : field.checked);
              }
              if (field.localName === "select") {
                const label = drawn(".ui-selectonemenu-label");
                return (label ?? field.selectedOptions[0]).textContent.toUpperCase();
              }
              return field.value.replaceAll(",", "");
            }""";

    private final Page page;
    private final String row;

    /** @param row what the names of its fields' groups begin with, such as {@code post-1} */
    public Form(Window window, String row) {
        this.page = window.page();
        this.row = row;
    }

    /** From now on, writes down which field says that it did not take which value. */
    public void rememberPending() {
        page.evaluate("""
                () => {
                  window.pending = [];
                  document.addEventListener("updatable:pending", ({ target, detail }) =>
                    pending.push(target.dataset.updateGroup + "=" + detail.update.value));
                }""");
    }

    /** Waits until a field says that it did not take this value. */
    public void comesToDefer(String name, String value) {
        Locator field = field(name);
        await().pollInSameThread().atMost(PATIENCE).until(() -> field.getAttribute("data-update-pending") != null);
        assertThat((List<?>) page.evaluate("pending"))
                .map(Object::toString)
                .anyMatch(pending -> pending.startsWith(row + "-" + name) && pending.endsWith("=" + value));
    }

    /** The groups of its fields that did not take a value, all of them at one time. */
    private List<?> deferred() {
        return (List<?>) page.locator("form [data-update-pending]")
                .evaluateAll("fields => fields.map(field => field.dataset.updateGroup)");
    }

    /** Waits until its fields show these values, and none of them defers one. */
    public void comesToShow(Map<String, String> values) {
        await().pollInSameThread().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(seen(values.keySet())).isEqualTo(values);
            assertThat(deferred()).isEmpty();
        });
    }

    /** What its fields of these names show now. */
    public Map<String, String> seen(Set<String> names) {
        Map<String, String> seen = new TreeMap<>();
        for (String name : names) seen.put(name, seen(name));
        return seen;
    }

    /** What a field shows now. */
    public String seen(String name) {
        return (String) field(name).evaluate(SEEN);
    }

    /** Puts the focus into a field. */
    public void enter(String name) {
        Locator menu = drawn(name, ".ui-selectonemenu-label");
        if (menu.count() > 0) menu.focus();
        else field(name).focus();
    }

    /** Takes the focus out of every field. */
    public void leave() {
        page.locator("h1").click();
    }

    /** Changes a field by hand, and leaves it. */
    public void change(String name, String value) {
        Locator field = field(name);
        switch (String.valueOf(field.evaluate("field => field.type"))) {
            case "checkbox" -> toggle(name, field);
            case "select-one" -> choose(name, field, value);
            case "date" -> field.fill(value);
            default -> {
                field.click();
                page.keyboard().press("Control+A");
                page.keyboard().type(value);
            }
        }
        leave();
    }

    /** Presses one of its buttons. */
    public void press(String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private void toggle(String name, Locator field) {
        Locator box = drawn(name, ".ui-chkbox-box");
        (box.count() > 0 ? box : field).click();
    }

    private void choose(String name, Locator field, String value) {
        Locator arrow = drawn(name, ".ui-selectonemenu-trigger");
        if (arrow.count() == 0) {
            field.selectOption(value);
            return;
        }
        Locator label = drawn(name, ".ui-selectonemenu-label");
        arrow.click();
        // Before, the widget throws when an item is chosen.
        isExpanded(label, "true");
        page.locator(".ui-selectonemenu-panel:visible li[data-label='" + value.toLowerCase(Locale.ROOT) + "']")
                .click();
        isExpanded(label, "false");
    }

    private static void isExpanded(Locator label, String whether) {
        await().pollInSameThread().atMost(PATIENCE).until(() -> whether.equals(label.getAttribute("aria-expanded")));
    }

    /** A part of a widget which is drawn around its field. */
    private Locator drawn(String name, String part) {
        return page.locator("[id='form:" + name + "'] " + part);
    }

    private Locator field(String name) {
        String group = row + "-" + name;
        return page.locator("form :is([data-update-group='%s'], [data-update-group^='%s~'])".formatted(group, group));
    }
}
