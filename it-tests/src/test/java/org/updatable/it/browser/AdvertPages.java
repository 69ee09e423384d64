package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.Server;

/** What the tags make of an entity that says something of every kind, in Faces and in JSP alike. */
public abstract class AdvertPages extends OfAnAdvert {
    /** One that the tag writes, and one of the page's own. */
    private static final List<String> LINKS = List.of("#link", "#own-link");

    private static final List<String> CARDS = List.of("#card", "#own-card");

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void aValueIsMarkupWhereThePageTrustsItAndElseText(String technology) {
        String before = "<b>Before</b>";
        String after = "<i>After</i><script>attacked = true</script>";
        edit(Map.of("body", before));
        Window reader = open(technology);
        reader.comesToShow(reader.page().locator("#markup b"), "Before");
        reader.comesToShow(reader.page().locator("#text"), before);

        edit(Map.of("body", after));

        reader.comesToShow(reader.page().locator("#markup i"), "After");
        reader.comesToShow(reader.page().locator("#text"), after);
        assertThat(reader.page().locator("#markup b, #text *").count()).isZero();
        assertThat(reader.page().locator("#markup script").count()).isOne();
        assertThat(reader.page().evaluate("window.attacked")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void whatChangedIsReadAloud(String technology) {
        Window reader = open(technology);
        edit(Map.of("title", "After"));
        reader.comesToShow(reader.page().locator("[role=status]"), "For sale: After");
        assertThat(reader.page().locator("[role=alert]").count()).isZero();

        edit(Map.of("price", 99));
        reader.comesToShow(reader.page().locator("[role=alert]"), "99 crowns");
        reader.comesToShow(reader.page().locator("[role=status]"), "For sale: After");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void theAttributesOfAMapStay(String technology) {
        edit(Map.of("title", "\"Before\" & <then>"));
        Window reader = open(technology);
        Locator element = reader.page().locator("#given");
        edit(Map.of("title", "After"));
        reader.comesToShow(element, "After");
        that(element).hasAttribute("data-before", "\"Before\" & <then>");
        that(element).hasAttribute("lang", "cs");
        that(element).hasAttribute("data-no", "false");
        for (String none : List.of("hidden", "inert"))
            assertThat(element.getAttribute(none)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void anElementShowsAnAttributeAndAText(String technology) {
        Window reader = open(technology);
        for (String link : LINKS) shows(reader, link, "/before", "Before");
        edit(Map.of("title", "After"));
        for (String link : LINKS) shows(reader, link, "/before", "After");
        edit(Map.of("link", "/after"));
        for (String link : LINKS) shows(reader, link, "/after", "After");
        edit(Map.of("link", "/last?a=1&b=2", "title", "At last"));
        for (String link : LINKS) shows(reader, link, "/last?a=1&b=2", "At last");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void nullTakesAnAttributeAway(String technology) {
        Window reader = open(technology);
        edit(Map.of("link", ""));
        that(reader.page().locator("#link:not([href])")).isVisible();
        Window later = open(technology);
        that(later.page().locator("#link:not([href])")).hasText("Before");

        edit(Map.of("link", "/after"));
        shows(later, "#link", "/after", "Before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void aClassFollowsATruth(String technology) {
        Window reader = open(technology);
        for (String card : CARDS) that(reader.page().locator(card)).not().containsClass("sold");

        edit(Map.of("sold", true));

        for (Window window : new Window[] {reader, open(technology)})
            for (String card : CARDS) that(window.page().locator(card)).containsClass("advert sold");

        edit(Map.of("sold", false));

        for (String card : CARDS) {
            that(reader.page().locator(card)).not().containsClass("sold");
            that(reader.page().locator(card)).containsClass("advert");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void aMethodSaysATextAClassAndAnAttribute(String technology) {
        Window reader = open(technology);
        priced(reader, 10, "price");

        edit(Map.of("price", 9));

        priced(reader, 9, "price cheap");
        priced(open(technology), 9, "price cheap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void aMethodThatFailsIsReportedAndTheOtherFieldsGoOn(String technology) {
        Window reader = open(technology);

        edit(Map.of("price", -1, "title", "After"));

        reader.comesToShow(reader.page().locator("#given"), "After");
        that(reader.page().locator("#card")).containsClass("cheap");
        priced(reader, 10, "price");
        await().untilAsserted(
                        () -> assertThat(Server.log().split("A method of advert failed; its other fields go on\\.", -1))
                                .as("before and after the one report")
                                .hasSize(2));

        edit(Map.of("price", 9));

        priced(reader, 9, "price cheap");
    }

    private static void shows(Window reader, String link, String address, String text) {
        reader.comesToShow(reader.page().locator(link), text);
        that(reader.page().locator(link)).hasAttribute("href", address);
    }

    private static void priced(Window reader, int price, String classes) {
        Locator tag = reader.page().locator("#tag");
        reader.comesToShow(tag, price + " crowns");
        that(tag).hasClass(classes);
        that(tag).hasAttribute("data-price", String.valueOf(price));
    }

    private static LocatorAssertions that(Locator element) {
        return PlaywrightAssertions.assertThat(element);
    }
}
