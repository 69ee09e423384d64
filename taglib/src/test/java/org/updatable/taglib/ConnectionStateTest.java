package org.updatable.taglib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionStateTest {

    @Test
    void allThatMayBeSoIsThereFromTheStart() {
        assertThat(markup(Locale.ENGLISH, Map.of()))
                .isEqualTo("<link rel=\"stylesheet\" href=\"/shop/updatable/update-state.css?v=0\"/>"
                        + "<span class=\"state\" role=\"status\">"
                        + "<span data-update-when=\"connecting\">Connecting…</span>"
                        + "<span data-update-when=\"offline\">Connection lost. Reconnecting…</span>"
                        + "<span data-update-when=\"stale\">Something on this page does not follow any more."
                        + " <a href=\"\">Load it again</a></span></span>");
    }

    @Test
    void itIsSaidInTheReadersLanguageOrInEnglish() {
        assertThat(markup(Locale.forLanguageTag("de-AT"), Map.of())).contains("Verbindung unterbrochen");
        assertThat(markup(Locale.forLanguageTag("zh-Hant-TW"), Map.of())).contains("连接已断开");
        assertThat(markup(Locale.forLanguageTag("fi"), Map.of())).contains("Connection lost");
    }

    @Test
    void aPageMaySayItOtherwiseOrNotAtAll() {
        String markup = markup(Locale.ENGLISH, Map.of("live", "<Live>", "connecting", "", "reload", ""));
        assertThat(markup)
                .contains("<span data-update-when=\"live\">&lt;Live&gt;</span>")
                .doesNotContain("Connecting", "<a ");
    }

    private static String markup(Locale locale, Map<String, String> own) {
        return new ConnectionState(locale, own).markup("/shop", Map.of("class", "state"));
    }
}
