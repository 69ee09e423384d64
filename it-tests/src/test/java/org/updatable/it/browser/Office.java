package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.WaitForSelectorOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.updatable.it.Server;

/** The office of the newsroom, where two editors work, and what readers see of it. */
public abstract class Office {
    @RegisterExtension
    final Windows windows = new Windows();

    private final String name = "Kite " + UUID.randomUUID().toString().substring(0, 8);
    private Window ann;
    private Window ben;

    @BeforeEach
    void twoEditorsComeIn() {
        ann = windows.open().enter("ann", "products.xhtml");
        ben = windows.open().enter("ben", "products.xhtml");
    }

    @Test
    void listsFollowTheirTablesAndEverybodyIsToldWhatHappened() {
        add(ann, "3.50", "2");
        says(ann, "Product added!");
        Locator row = row(ben, name);
        ben.comesToShow(row, name + " €3.50 2");
        ben.comesToShow(ben.page().locator("#news"), "Product added!");
        edit(ben, name);
        write(ben, "price", "4");
        write(ben, "name", "Ahoy " + name); // by which the row moves
        save(ben);
        says(ben, "Product updated!");
        ann.comesToShow(ann.page().locator("tbody tr").first(), "Ahoy " + name + " €4.00 2");
        ann.comesToShow(ann.page().locator("#news"), "Product updated!");
        edit(ann, name);
        press(ann, "Delete");
        says(ann, "Product deleted!");
        await().pollInSameThread().until(() -> row(ben, name).count() == 0);
        ben.comesToShow(ben.page().locator("#news"), "Product deleted!");
        assertThat(ann.console()).isEmpty();
        assertThat(ben.console()).isEmpty();
    }

    @Test
    void postsAndOrdersAreAddedChangedAndDeletedToo() {
        Window reader = windows.open().browse();
        Locator article = reader.page().locator(".post").filter(new FilterOptions().setHasText(name));
        ann.open(Server.address("newsroom").resolve("admin/post.xhtml"));
        write(ann, "title", name + " flies");
        write(ann, "summary", "It was seen above the harbour.");
        write(ann, "author", "Ann");
        ann.page().getByLabel("Status").selectOption("PUBLISHED");
        save(ann);
        says(ann, "Post added!");
        reader.comesToShow(article.locator("h2"), name + " flies");
        reader.comesToShow(article.locator(".status"), "Published");
        edit(ann, name);
        write(ann, "title", name + " lands");
        save(ann);
        says(ann, "Post updated!");
        reader.comesToShow(article.locator("h2"), name + " lands");
        edit(ann, name);
        press(ann, "Delete");
        says(ann, "Post deleted!");
        await().pollInSameThread().until(() -> article.count() == 0);

        add(ann, "3.50", "2");
        open(ben, "orders");
        ann.open(Server.address("newsroom").resolve("admin/order.xhtml"));
        ann.page().getByLabel("Product").selectOption(new SelectOption().setLabel(name));
        write(ann, "customer", "Ann");
        write(ann, "quantity", "a pair");
        save(ann);
        ann.comesToShow(ann.page().locator("#quantityProblem"), "Write a whole number.");
        assertThat(value(ann, "quantity")).isEqualTo("a pair");
        write(ann, "quantity", "2");
        save(ann);
        says(ann, "Order added!");
        ben.comesToShow(row(ben, name), "Ann " + name + " 2 Received");
        edit(ben, name);
        press(ben, "Delete");
        says(ben, "Order deleted!");
    }

    @Test
    void readersSeeWhatIsSavedThereAndTheOfficeWhatTheyOrder() {
        Window reader = windows.open();
        reader.open(Server.address("newsroom").resolve("shop.xhtml")).isLive();
        add(ann, "3.50", "1");
        Locator item = item(reader);
        reader.comesToShow(item.locator("h2 + span"), "€3.50");
        edit(ann, name);
        write(ann, "price", "2.25");
        save(ann);
        reader.comesToShow(item.locator("h2 + span"), "€2.25");

        open(ben, "orders");
        reader.page().getByLabel("Your name").fill(name + "’s friend");
        item.getByRole(AriaRole.BUTTON).click();
        says(reader, "Ordered. It comes with the paper.");
        assertThat(item.getAttribute("class")).contains("sold-out");
        ben.comesToShow(row(ben, name), name + "’s friend " + name + " 1 Received");
        edit(ben, name);
        ben.page().getByLabel("Delivery").selectOption("PACKED");
        save(ben);
        says(ben, "Order updated!");
        ben.comesToShow(row(ben, name), name + "’s friend " + name + " 1 Packed");
    }

    @Test
    void whatNobodyHasTouchedFollowsAndCanBeSaved() {
        add(ann, "3.50", "2");
        edit(ben, name);
        edit(ann, name);
        write(ann, "price", "4");
        save(ann);
        ben.page().waitForFunction("() => document.querySelector('#price').value === '4.00'");
        assertThat(conflict(ben).isVisible()).isFalse();
        write(ben, "stock", "9");
        save(ben);
        says(ben, "Product updated!");
        ben.comesToShow(row(ben, name), name + " €4.00 9");
    }

    @Test
    void whoHasWrittenSomethingIsToldBeforeSheSavesAndKeepsHers() {
        meanwhile();
        save(ben); // without having chosen
        says(ben, "Somebody changed it while you were writing, and nothing is lost: choose, and save again.");
        isTold(ben, "Changed meanwhile by ann. Name: " + name + " of paper Take theirs Keep mine");
        assertThat(value(ben, "name")).isEqualTo(name + " of silk");
        press(ben, "Keep mine");
        assertThat(conflict(ben).isVisible()).isFalse();
        save(ben);
        says(ben, "Product updated!");
        ben.comesToShow(row(ben, name), name + " of silk €4.00 2");
    }

    @Test
    void orTakesTheirs() {
        meanwhile();
        press(ben, "Take theirs");
        assertThat(conflict(ben).isVisible()).isFalse();
        assertThat(value(ben, "name")).isEqualTo(name + " of paper");
        write(ben, "stock", "9");
        save(ben);
        says(ben, "Product updated!");
        ben.comesToShow(row(ben, name), name + " of paper €4.00 9");
    }

    @Test
    void whoEditsWhatIsDeletedIsTold() {
        add(ann, "3.50", "2");
        edit(ben, name);
        write(ben, "name", name + " of silk");
        edit(ann, name);
        press(ann, "Delete");
        isTold(ben, "Deleted meanwhile.");
        save(ben);
        says(ben, "Somebody has deleted it. What you wrote is still in the form.");
        assertThat(value(ben, "name")).isEqualTo(name + " of silk");
    }

    @Test
    void twoEditorsWriteOneDocument() {
        open(ann, "style");
        open(ben, "style");
        compose(ann, name + " of paper");
        compose(ben, name + " of silk");
        ann.page().waitForCondition(() -> paragraphs(ann).count() == 2);
        Locator paper = paragraphs(ann).nth(0);
        Locator silk = paragraphs(ben).nth(1);
        paper.locator("textarea").fill(name + " of cardboard");
        silk.locator("textarea").fill(name + " of wool");
        saveIn(paper);
        saveIn(silk);
        comesToRead(ann, 1, name + " of wool");
        comesToRead(ben, 0, name + " of cardboard");

        paper.locator("textarea").fill(name + " of tin");
        paragraphs(ben).nth(0).locator("textarea").fill(name + " of lead");
        saveIn(paper);
        comesToTell(
                paragraphs(ben).nth(0).locator(".conflict"),
                "Changed meanwhile by ann. Paragraph: " + name + " of tin Take theirs Keep mine");
        press(ben, "Keep mine");
        saveIn(paragraphs(ben).nth(0));
        comesToRead(ann, 0, name + " of lead");

        paper.locator("[value=Delete]").click();
        ben.page().waitForCondition(() -> paragraphs(ben).count() == 1);
        assertThat(ann.console()).isEmpty();
        assertThat(ben.console()).isEmpty();
    }

    @Test
    void theBoardMovesAnOrderThatIsPackedAndTheOfficeHearsOfReports() {
        add(ann, "3.50", "1");
        open(ann, "board");
        Window reader = windows.open();
        reader.open(Server.address("newsroom").resolve("shop.xhtml")).isLive();
        reader.page().getByLabel("Your name").fill("A friend");
        item(reader).getByRole(AriaRole.BUTTON).click();
        Locator moved = ann.page().locator(".board li").filter(new FilterOptions().setHasText(name));
        ann.page().waitForCondition(() -> moved.count() == 1);
        assertThat(moved.locator("xpath=ancestor::section").getAttribute("id")).isEqualTo("column-RECEIVED");
        moved.getByRole(AriaRole.LINK).click();
        ann.page().getByLabel("Delivery").selectOption("PACKED");
        open(ben, "board");
        save(ann);
        ben.page()
                .locator("#column-PACKED li")
                .filter(new FilterOptions().setHasText(name))
                .waitFor();

        open(ann, "reports");
        press(ann, "Make a report now, not at two in the night");
        ben.page()
                .locator("#news")
                .filter(new FilterOptions().setHasText("Report ready: What the shop has sold"))
                .waitFor();
        assertThat(ann.page().locator("tbody tr").count()).isPositive();
    }

    /** Ben writes another name, and Ann saves another name and another price: what he has not touched follows. */
    private void meanwhile() {
        add(ann, "3.50", "2");
        edit(ben, name);
        write(ben, "name", name + " of silk");
        edit(ann, name);
        write(ann, "name", name + " of paper");
        write(ann, "price", "4");
        save(ann);
        isTold(ben, "Changed meanwhile by ann. Name: " + name + " of paper Take theirs Keep mine");
        assertThat(value(ben, "name")).isEqualTo(name + " of silk");
        assertThat(value(ben, "price")).isEqualTo("4.00");
    }

    private static void open(Window window, String list) {
        window.open(Server.address("newsroom").resolve("admin/" + list + ".xhtml"))
                .isLive();
    }

    private void add(Window window, String price, String stock) {
        window.open(Server.address("newsroom").resolve("admin/product.xhtml"));
        write(window, "name", name);
        write(window, "price", price);
        write(window, "stock", stock);
        save(window);
        window.isLive();
    }

    private static void compose(Window window, String words) {
        write(window, "added", words);
        press(window, "Add it");
        window.page()
                .locator("#paragraphs textarea")
                .filter(new FilterOptions().setHasText(words))
                .waitFor();
        window.isLive();
    }

    /** Those of this test. A paragraph shows what its text area has been rendered with, which is its name in whatever was saved. */
    private Locator paragraphs(Window window) {
        return window.page().locator("#paragraphs .paragraph").filter(new FilterOptions().setHasText(name));
    }

    /** And waits for the answer: only then the form knows which version there is now. */
    private static void saveIn(Locator paragraph) {
        paragraph
                .page()
                .waitForResponse(
                        answer -> String.valueOf(answer.request().postData()).contains("save"),
                        () -> paragraph.locator("[value=Save]").click());
    }

    private void comesToRead(Window window, int paragraph, String words) {
        window.page()
                .waitForCondition(() -> words.equals(
                        paragraphs(window).nth(paragraph).locator("textarea").inputValue()));
    }

    private static void edit(Window window, String name) {
        row(window, name).getByRole(AriaRole.LINK).click();
        window.page()
                .waitForSelector("#conflict", new WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        window.isLive();
    }

    private static void write(Window window, String field, String text) {
        window.page().locator("#" + field).fill(text);
    }

    private static void save(Window window) {
        press(window, "Save");
    }

    private static void press(Window window, String button) {
        window.page()
                .getByRole(
                        AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void says(Window window, String message) {
        window.comesToShow(window.page().locator(".messages"), message);
    }

    private static Locator row(Window window, String name) {
        return window.page().locator("tbody tr").filter(new FilterOptions().setHasText(name));
    }

    private Locator item(Window reader) {
        return reader.page().locator(".item").filter(new FilterOptions().setHasText(name));
    }

    private static Locator conflict(Window window) {
        return window.page().locator("#conflict");
    }

    private static void isTold(Window window, String conflict) {
        comesToTell(conflict(window), conflict);
    }

    /** What of it can be seen. */
    private static void comesToTell(Locator box, String conflict) {
        await().pollInSameThread()
                .untilAsserted(() -> assertThat(box.innerText().strip().replaceAll("\\s+", " "))
                        .isEqualTo(conflict));
    }

    private static Object value(Window window, String field) {
        return window.page().locator("#" + field).inputValue();
    }
}
