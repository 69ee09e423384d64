package org.updatable.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final String OLD = "an old secret of enough letters";
    private static final String NEW = "a new secret of enough letters";
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Instant now = NOON;
    private final Tokens tokens = tokens("shop", OLD);

    @Test
    void whoWasShownAGroupMayWatchItUntilItEnds() {
        String token = tokens.mint("post-1-title", "mary");

        assertThat(token).matches("[A-Za-z0-9_-]{27}");
        assertThat(tokens.expiry(token, "post-1-title", "mary")).hasValue(NOON.plus(Duration.ofHours(24)));
        now = NOON.plus(Duration.ofHours(24)).minusSeconds(1);
        assertThat(tokens.expiry(token, "post-1-title", "mary")).isPresent();
        now = NOON.plus(Duration.ofHours(24));
        assertThat(tokens.expiry(token, "post-1-title", "mary")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "post-1-title, john",
        "post-1-title, ''",
        "post-2-title, mary",
        "post-1-title~html, mary",
        "post-1-titl, emary",
        "'', marypost-1-title",
    })
    void nobodyElseMayAndNothingElse(String group, String user) {
        String token = tokens.mint("post-1-title", "mary");

        assertThat(tokens.expiry(token, group, user)).isEmpty();
    }

    @Test
    void anotherApplicationOfTheSameSecretHasOtherTokens() {
        String token = tokens.mint("post-1-title", "mary");

        assertThat(tokens("bank", OLD).expiry(token, "post-1-title", "mary")).isEmpty();
        assertThat(tokens("shop", OLD).expiry(token, "post-1-title", "mary")).isPresent();
    }

    @Test
    void aSecretIsReplacedWhileTheOldOneIsStillAccepted() {
        String old = tokens.mint("post-1-title", "");
        Tokens rotated = tokens("shop", NEW, OLD);
        String fresh = rotated.mint("post-1-title", "");

        assertThat(rotated.expiry(old, "post-1-title", "")).isPresent();
        assertThat(tokens("shop", NEW).expiry(fresh, "post-1-title", "")).isPresent();
        assertThat(tokens("shop", NEW).expiry(old, "post-1-title", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "AAAA", "!", "é", "AAAAAAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoTokenIsRefused(String token) {
        assertThat(tokens.expiry(token, "post-1-title", "")).isEmpty();
    }

    @Test
    void oneBitMakesItAnother() {
        String token = tokens.mint("post-1-title", "");
        for (int i = 0; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(tokens.expiry(token.substring(0, i) + other + token.substring(i + 1), "post-1-title", ""))
                    .isEmpty();
        }
    }

    @Test
    void aTokenIsFollowedByAnotherInItsSecondHalf() {
        Instant expiry = NOON.plus(Duration.ofHours(24));

        assertThat(tokens.isOld(expiry)).isFalse();
        now = NOON.plus(Duration.ofHours(13));
        assertThat(tokens.isOld(expiry)).isTrue();
    }

    private Tokens tokens(String application, String... secrets) {
        return new Tokens(
                List.of(secrets).stream().map(secret -> secret.getBytes(UTF_8)).toList(),
                application,
                Duration.ofHours(24),
                () -> now);
    }
}
