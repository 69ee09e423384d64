package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody writes into a field runs on nobody's page: not when it is rendered, and not when it is pushed. */
public abstract class HostileValues extends OfAnAdvert {
    private static final List<String> TEXTS = List.of(
            "<img src=x onerror=attack()>",
            "<script>attack()</script>",
            "</p></a></div><script>attack()</script>",
            "</script><script>attack()</script>",
            "</textarea><script>attack()</script>",
            "</title></style><svg onload=attack()>",
            "<svg><animate onbegin=attack() attributeName=x dur=1s>",
            "<iframe srcdoc='<script>parent.attack()</script>'></iframe>",
            "<math><mtext></form><form><mglyph><style></math><img src onerror=attack()>",
            "<!--<img src=x onerror=attack()>-->",
            "<![CDATA[<script>attack()</script>]]>",
            "\" onmouseover=\"attack()\" autofocus onfocus=\"attack()",
            "' onmouseover='attack()' autofocus onfocus='attack()",
            "x onfocus=attack() autofocus",
            "` onmouseover=attack()",
            "&lt;img src=x onerror=attack()&gt; &amp;lt; &#60;script&#62;",
            "${attack()} #{attack()} {{attack()}} ${'$'}{7*7} <%= 7*7 %>",
            "\\u003cscript\\u003eattack()\\x3c/script\\x3e",
            "+ADw-script+AD4-attack()+ADw-/script+AD4-",
            "javascript:attack()",
            "\u2028<b>\u2029\u202e\ufeff\u00a0",
            "\ud83d\ude00 <b>");

    private static final List<String> ADDRESSES = List.of(
            "javascript:attack()",
            "JaVaScRiPt:attack()",
            " javascript:attack()",
            "\u0001javascript:attack()",
            "java\tscript:attack()",
            "java\nscript:attack()",
            "javascript\n:attack()",
            "vbscript:attack()",
            "data:text/html,<script>opener.attack()</script>",
            "data:text/html;base64,PHNjcmlwdD5hdHRhY2soKTwvc2NyaXB0Pg==");

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void aTextIsATextWhereverItIsPushedTo(String technology) {
        Page reader = read(technology);
        for (String text : TEXTS) {
            edit(Map.of("title", text));
            assertShows(reader, text);
        }
        assertThat(reader.locator("#given").getAttribute("data-before")).isEqualTo("Before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void aTextIsATextWhereverItIsRendered(String technology) {
        Page reader = read(technology);
        for (String text : TEXTS) {
            edit(Map.of("title", text));
            reader.reload();
            assertShows(reader, text);
            assertThat(reader.locator("#given").getAttribute("data-before"))
                    .isEqualTo(text.startsWith("javascript:") ? null : text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xhtml", "jsp"})
    void anAddressThatIsCodeIsNeitherRenderedNorPushed(String technology) {
        Page reader = read(technology);
        for (String address : ADDRESSES) {
            String title = "Pushed with " + ADDRESSES.indexOf(address);
            edit(Map.of("title", title, "link", address));
            assertShows(reader, title);
            assertThat(reader.locator("#link").getAttribute("href")).isEqualTo("/before");
            assertThat(reader.locator("#own-link").getAttribute("href")).isEqualTo("/before");
        }
        for (String address : ADDRESSES) {
            String title = "Rendered with " + ADDRESSES.indexOf(address);
            edit(Map.of("title", title, "link", address));
            reader.reload();
            assertShows(reader, title);
            assertThat(reader.locator("#link").getAttribute("href")).as(title).isNull();
        }
    }

    /** Everywhere, as it is; a field of one line has no line breaks. */
    private static void assertShows(Page reader, String text) {
        reader.waitForFunction(
                "text => document.querySelector('#announced').textContent === text", text.replace("\r", ""));
        assertThat(reader.locator("#announced, #given, #link, #own-link").allTextContents())
                .containsOnly(text);
        assertThat(reader.locator("#field").inputValue()).isEqualTo(text.replace("\n", ""));
        assertThat(reader.locator("#area").inputValue()).isEqualTo(text);
        assertThat(reader.locator("script:not([src]), img, svg, iframe, math, [onfocus], [onmouseover]")
                        .count())
                .isZero();
        assertThat(reader.evaluate("window.attacked")).isNull();
    }

    private Page read(String technology) {
        Window reader = windows.open();
        reader.page().addInitScript("window.attack = () => window.attacked = true");
        return open(technology, reader).page();
    }
}
