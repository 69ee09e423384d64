package org.updatable.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ListeningTest {
    private final Listening listening = new Listening(10);

    @Test
    void aFrameIsHeardWhenItsLastPartHasCome() throws Listening.TooMuch {
        assertThat(listening.hear("Hello, ", false)).isNull();
        assertThat(listening.hear("you", true)).isEqualTo("Hello, you");
        assertThat(listening.hear("again", true)).isEqualTo("again");
    }

    @Test
    void eachFrameMayBeAsLongAsTheOneBefore() throws Listening.TooMuch {
        assertThat(listening.hear("0123456789", true)).isEqualTo("0123456789");
        assertThat(listening.hear("9876543210", true)).isEqualTo("9876543210");
    }

    @Test
    void bytesAreCounted() {
        assertThatThrownBy(() -> listening.hear("\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4", true))
                .isInstanceOf(Listening.TooMuch.class);
    }

    @Test
    void whatFollowsATooLongPartIsNotHeard() throws Listening.TooMuch {
        assertThat(listening.hear("01234567", false)).isNull();
        assertThatThrownBy(() -> listening.hear("89abcdef", false)).isInstanceOf(Listening.TooMuch.class);
        assertThat(listening.hear("ghi", true)).isNull();
        assertThat(listening.hear("more", true)).isNull();
    }
}
