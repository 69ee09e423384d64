package org.updatable.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.browser.Window;
import org.updatable.it.browser.Windows;
import org.updatable.it.database.OwnDatabase;
import org.updatable.it.door.People;
import org.updatable.it.trust.Bank;

/** A page's reader watches what the page has shown to her, and nobody watches anything else. */
@OnServer
class TrustIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();
    private static final AtomicInteger PAYMENTS = new AtomicInteger();

    @RegisterExtension
    final Windows windows = new Windows();

    private final URI bank = Server.address("trust");
    private final int account = ACCOUNTS.incrementAndGet();

    @Deployment(testable = false)
    public static WebArchive bank() {
        WebArchive bank = ShrinkWrap.create(WebArchive.class, "trust.war")
                .addPackage(Bank.class.getPackage())
                .addPackage(People.class.getPackage())
                .addPackage(OwnDatabase.class.getPackage())
                .addAsResource("trust/persistence.xml", "META-INF/persistence.xml")
                .addAsWebResource("trust/account.jsp", "account.jsp")
                .addAsWebResource("trust/account.xhtml", "account.xhtml")
                .addAsLibrary(Archives.database());
        Archives.libraries().forEach((path, library) -> bank.add(library, path));
        return bank;
    }

    @ParameterizedTest
    @ValueSource(strings = {"account.jsp", "account.xhtml"})
    void whatAPageShowsItsReaderWatches(String page) {
        Page reader = open(page);

        comesToShow(reader, "shown", "ticker");
    }

    @Test
    void whatIsGuessedIsRefusedAndNotEvenWorthAWarning() {
        Page reader = open("account.jsp");
        int other = ACCOUNTS.incrementAndGet();
        String guessed = "account-" + other + "-balance";
        append(reader, "guessed", guessed, "");
        comesToShow(reader, "shown");

        book(reader, other, "secret");
        comesToShow(reader, "shown");

        assertThat(reader.locator("#guessed").textContent()).isEmpty();
        assertThat(reader.locator("#ticker").textContent()).isNotEqualTo("none");
        assertThat(Server.log()).doesNotContain(guessed);
    }

    @Test
    void aTokenIsGoodForWhatItWasMadeForAndNothingElse() {
        Page reader = open("account.jsp");
        int other = ACCOUNTS.incrementAndGet();
        String token = reader.locator("#shown").getAttribute("data-update-token");
        append(reader, "same", "account-" + account + "-balance", token);
        append(reader, "form", "account-" + account + "-balance~html", token);
        append(reader, "row", "account-" + other + "-balance", token);
        comesToShow(reader, "shown", "same");

        book(reader, other, "secret");
        comesToShow(reader, "shown", "same");

        assertThat(reader.locator("#form").textContent()).isEmpty();
        assertThat(reader.locator("#row").textContent()).isEmpty();
    }

    /** As after a restart of the server, whose secret is a new one. */
    @Test
    void aPageWhoseTokensAreOutdatedFetchesItselfOnceAndGoesOn() {
        Page reader = windows.open().page();
        String address = bank.resolve("account.jsp?account=" + account).toString();
        AtomicInteger fetches = new AtomicInteger();
        reader.onRequest(request -> {
            if (request.url().equals(address)) fetches.incrementAndGet();
        });
        reader.addInitScript("""
                new MutationObserver(() => {
                  for (const element of document.querySelectorAll("[data-update-token]"))
                    element.setAttribute("data-update-token", "outdated");
                }).observe(document, { childList: true, subtree: true });""");
        reader.navigate(address);

        comesToShow(reader, "shown", "ticker");

        assertThat(fetches.get()).isEqualTo(2);
    }

    /** The page connects again while nobody is logged in, and fetches itself when somebody is: 2.5 seconds later here. */
    @Test
    void aPageGoesOnWhenSomebodyElseIsLoggedIn() {
        Window window = windows.open();
        Page reader = window.page();
        reader.addInitScript("Math.random = () => 0.5");
        logIn(reader, "alice");
        reader.navigate(bank.resolve("own?account=" + account).toString());
        comesToShow(reader, "shown", "ticker");
        reader.evaluate("window.wasNotReloaded = true");

        reader.request().get(bank.resolve("door/hall/logout").toString());
        await().pollInSameThread().atMost(PATIENCE).until(() -> {
            reader.waitForTimeout(50);
            return window.sockets().size() == 2;
        });
        logIn(reader, "bob");

        comesToShow(reader, "shown", "ticker");
        assertThat(reader.evaluate("window.wasNotReloaded")).isEqualTo(true);
    }

    @Test
    void aPageThatNobodyMayReadAnyMoreIsStale() {
        Window window = windows.open();
        Page reader = window.page();
        logIn(reader, "alice");
        reader.navigate(bank.resolve("own?account=" + account).toString());
        comesToShow(reader, "shown", "ticker");

        reader.request().get(bank.resolve("door/hall/logout").toString());

        window.is("stale");
        String last = reader.locator("#shown").textContent();
        book(reader, account, "secret");
        book(reader, account, "more secret");
        assertThat(reader.locator("#shown").textContent()).isEqualTo(last);
        assertThat(window.console()).anyMatch(line -> line.startsWith("warning: Updatable refuses this:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"account.jsp", "account.xhtml"})
    void aPageFetchesWhatIsTooLargeToBeSent(String page) {
        Page reader = open(page);
        comesToShow(reader, "shown");
        String large = "\u20ac<b>".repeat(20_000);

        book(reader, account, large);
        PlaywrightAssertions.assertThat(reader.locator("#shown")).hasText(large, soon());
        book(reader, account, "little");
        PlaywrightAssertions.assertThat(reader.locator("#shown")).hasText("little", soon());
        book(reader, account, large + "!");
        PlaywrightAssertions.assertThat(reader.locator("#shown")).hasText(large + "!", soon());
    }

    @Test
    void whatThePolicyRefusesLaterIsSentNoMore() {
        Page reader = open("account.jsp");
        comesToShow(reader, "shown", "ticker");

        counter(reader, "close", account, "");
        await().pollInSameThread().atMost(PATIENCE).untilAsserted(() -> {
            String before = reader.locator("#shown").textContent();
            comesToShow(reader, "ticker");
            assertThat(reader.locator("#shown").textContent()).isEqualTo(before);
        });
        String last = reader.locator("#shown").textContent();
        comesToShow(reader, "ticker");

        assertThat(reader.locator("#shown").textContent()).isEqualTo(last);
    }

    @Test
    void whatThePolicyAllowsNeedsNoToken() {
        Page reader = open("account.jsp");
        int other = ACCOUNTS.incrementAndGet();
        counter(reader, "publish", other, "");
        append(reader, "published", "account-" + other + "-balance", "");

        await().pollInSameThread().atMost(PATIENCE).until(() -> {
            String payment = "payment " + PAYMENTS.incrementAndGet();
            book(reader, other, payment);
            reader.waitForTimeout(50);
            return reader.locator("#published").textContent().equals(payment);
        });
    }

    private void logIn(Page reader, String name) {
        reader.request().get(bank.resolve("door/hall").toString());
        reader.request()
                .post(
                        bank.resolve("j_security_check").toString(),
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("j_username", name)
                                        .set("j_password", name)));
        assertThat(reader.request().get(bank.resolve("door/hall").toString()).text())
                .isEqualTo(name);
    }

    private static HasTextOptions soon() {
        return new HasTextOptions().setTimeout((double) PATIENCE.toMillis());
    }

    private Page open(String page) {
        Window reader = windows.open().open(bank.resolve(page + "?account=" + account));
        reader.isLive();
        return reader.page();
    }

    /** Books payments until all of these elements show one. */
    private void comesToShow(Page reader, String... elements) {
        await().pollInSameThread().atMost(PATIENCE).untilAsserted(() -> {
            String payment = "payment " + PAYMENTS.incrementAndGet();
            book(reader, account, payment);
            reader.waitForTimeout(50);
            for (String element : elements)
                assertThat(reader.locator("#" + element).textContent()).isEqualTo(payment);
        });
    }

    private void book(Page reader, int payee, String balance) {
        counter(reader, "book", payee, balance);
    }

    private void counter(Page reader, String what, int payee, String balance) {
        FormData form = FormData.create().set("do", what).set("account", payee).set("balance", balance);
        assertThat(reader.request()
                        .post(
                                bank.resolve("counter").toString(),
                                RequestOptions.create().setForm(form))
                        .status())
                .isEqualTo(200);
    }

    /** Adds an element to the page, as its reader may. */
    private static void append(Page reader, String id, String group, String token) {
        reader.evaluate("""
                ([id, group, token]) => {
                  const element = document.createElement("p");
                  element.id = id;
                  element.setAttribute("data-update-token", token);
                  element.setAttribute("data-update-group", group);
                  document.body.append(element);
                }""", List.of(id, group, token));
    }
}
