package org.updatable.taglib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    @Test
    void whatLooksLikeMarkupIsText() {
        assertEquals(
                "<h1 class=\"&#34;&gt;&lt;b&gt;\">&lt;img src=x onerror=&#39;a&amp;b&#39;&gt;</h1>",
                Html.element("h1", Map.of("class", "\"><b>"), "<img src=x onerror='a&b'>"));
    }

    @Test
    void whatLooksEscapedIsEscapedAgain() {
        assertEquals("&amp;lt;", Html.text("&lt;"));
    }

    @Test
    void anElementMayHaveNoAttributes() {
        assertEquals("<span></span>", Html.element("span", Map.of(), ""));
    }

    @Test
    void attributesStandInTheirOrder() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("data-b", 1);
        attributes.put("aria-a", true);
        assertEquals("data-b=\"1\" aria-a=\"true\"", Html.attributes(attributes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h1", "span", "textarea", "TD", "my-headline"})
    void elementsThatShowText(String name) {
        assertEquals(name, Html.elementName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1h", "h1 onclick=x", "h1>", "h1/", "<b", "h\u0000", "h1\n", "-a", "élan"})
    void whatIsNoNameIsNoElement(String name) {
        assertRefused("is not the name of an HTML element", () -> Html.elementName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "SCRIPT", "Style", "iframe", "img"})
    void elementsThatRunTheirContentOrHaveNone(String name) {
        assertRefused("does not show text", () -> Html.elementName(name));
        assertRefused("does not show text", () -> Html.element(name, Map.of(), "alert(1)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a=b", "a\"", "a'", "a>", "a/", "\n", "1a", "-a"})
    void whatIsNoNameIsNoAttribute(String name) {
        assertRefused("is not the name of an HTML attribute", () -> Html.attributes(Map.of(name, "x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "href javascript:x()",
                "href JavaScript:x()",
                "href  \u0001java\tscr\nipt:x()",
                "HREF \r\njavascript\t:x()",
                "action vbscript:x",
                "title javascript:x",
                "href data:text/html,<script>x()</script>",
                "href data:image/png;base64,AAAA",
                "src data:text/html,x",
                "src d\nata:,x"
            })
    void anAddressThatABrowserWouldRunIsNoValue(String attribute) {
        assertEquals(Optional.empty(), value(attribute));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "href /javascript:x",
                "href https://host/?q=javascript:x",
                "href mailto:a@b",
                "aria-label Transcript: 5 pages",
                "src data:image/png;base64,AAAA",
                "SRC DATA:IMAGE/png;base64,AAAA",
                "poster data:image/png;base64,AAAA",
                "data-x javascript",
                "title "
            })
    void anyOtherTextIsAValue(String attribute) {
        assertEquals(Optional.of(attribute.substring(attribute.indexOf(' ') + 1)), value(attribute));
    }

    private static Optional<String> value(String attribute) {
        int space = attribute.indexOf(' ');
        return Html.attributeValue(attribute.substring(0, space), attribute.substring(space + 1));
    }

    private static void assertRefused(String why, Executable written) {
        String said = String.valueOf(
                assertThrows(IllegalArgumentException.class, written).getMessage());
        assertTrue(said.contains(why), said);
    }
}
