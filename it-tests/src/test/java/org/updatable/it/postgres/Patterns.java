package org.updatable.it.postgres;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.updatable.it.Newsroom;
import org.updatable.it.browser.Window;
import org.updatable.it.browser.Windows;

/** What another program does, in the office of the newsroom. */
public abstract class Patterns {
    @RegisterExtension
    final Windows windows = new Windows();

    private final String name = "Kite " + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void installTriggers() {
        new Newsroom().ask("install-triggers", Map.of());
    }

    @Test
    void theBoardFollowsItsOrders() {
        Window ann = windows.open().enter("ann", "board.xhtml");
        Postgres.does(
                "insert into product (id, version, name, price, stock) values (-1, 1, 'A kite', 2, 9) on conflict do nothing",
                """
                insert into orders (id, version, product_id, quantity, customer, delivery)
                select coalesce(min(id), 0) - 1, 1, -1, 2, '%s', 'RECEIVED' from orders where id < 0""".formatted(name));
        Locator received = order(ann, "RECEIVED");
        received.waitFor();
        ann.comesToShow(received.locator(".what"), "2 × A kite");

        Postgres.does("update orders set delivery = 'SENT' where customer = '" + name + "'");
        order(ann, "SENT").waitFor();
        Postgres.does("update orders set quantity = 3 where customer = '" + name + "'");
        ann.comesToShow(order(ann, "SENT").locator(".what"), "3 × A kite");
        Postgres.does("delete from orders where customer = '" + name + "'");
        ann.page().waitForCondition(() -> order(ann, "SENT").count() == 0);
    }

    @Test
    void aReportThatAJobHasMadeIsAnnounced() {
        Window ann = windows.open().enter("ann", "posts.xhtml");
        Postgres.does("notify reports, '{\"name\":\"" + name + "\"}'");
        ann.comesToShow(ann.page().locator("#news"), "Report ready: " + name);
    }

    @Test
    void aDocumentThatEditorsWriteShowsWhatAMigrationWrites() {
        Window ann = windows.open().enter("ann", "style.xhtml");
        Postgres.does(
                "insert into paragraph (id, version, words) values (%d, 1, '%s')".formatted(-System.nanoTime(), name));
        Locator words = ann.page().locator("#paragraphs textarea").filter(new FilterOptions().setHasText(name));
        words.waitFor();
        Postgres.does("update paragraph set words = words || ', moved' where words = '" + name + "'");
        ann.page().waitForCondition(() -> words.inputValue().equals(name + ", moved"));
    }

    private Locator order(Window window, String delivery) {
        return window.page().locator("#column-" + delivery + " li").filter(new FilterOptions().setHasText(name));
    }
}
