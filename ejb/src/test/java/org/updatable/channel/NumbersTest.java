package org.updatable.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    private final Numbers numbers = new Numbers();

    @Test
    void whoHasSeenEverythingHasMissedNothing() {
        numbers.count(Set.of("orders"));
        String seen = numbers.digest();
        numbers.count(Set.of("reports"));

        assertThat(numbers.isMissed("orders", seen)).isFalse();
        assertThat(numbers.isMissed("never_used", seen)).isFalse();
    }

    @Test
    void whatIsAnnouncedLaterIsMissed() {
        String seen = numbers.digest();
        String heard = numbers.count(Set.of("orders", "reports"));

        assertThat(numbers.isMissed("orders", seen)).isTrue();
        assertThat(numbers.isMissed("reports", seen)).isTrue();
        assertThat(numbers.isMissed("orders", heard)).isFalse();
    }

    @Test
    void ofAnotherStartNothingIsKnown() {
        assertThat(numbers.isMissed("orders", new Numbers().digest())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "x.1", "1"})
    void whatIsNoDigestMayHaveMissedSomething(String digest) {
        assertThat(numbers.isMissed("orders", digest)).isTrue();
        assertThat(numbers.isMissed("orders", numbers.digest() + "x")).isTrue();
    }

    @Test
    void ofVeryManyChannelsThoseThatWereUsedLongAgoMayHaveBeenMissed() {
        String before = numbers.digest();
        numbers.count(Set.of("first"));
        String seen = numbers.digest();
        for (int i = 0; i < 20_000; i++) numbers.count(Set.of("c" + i));

        assertThat(numbers.isMissed("first", before)).isTrue();
        assertThat(numbers.isMissed("first", seen)).isTrue();
        assertThat(numbers.isMissed("first", numbers.digest())).isFalse();
        assertThat(numbers.isMissed("c19999", numbers.digest())).isFalse();
    }
}
