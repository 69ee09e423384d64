package org.updatable.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginsTest {
    private final Logins<String> logins = new Logins<>();

    LoginsTest() {
        logins.opened("window", "ada", "session");
        logins.opened("other window", "ada", "session");
        logins.opened("laptop", "ada", "other session");
    }

    @Test
    void withASessionAllItsConnectionsEndAndNoOther() {
        assertThat(logins.ended("session")).containsExactlyInAnyOrder("window", "other window");
        assertThat(logins.ended("session")).isEmpty();
        assertThat(logins.ended("other session")).containsExactly("laptop");
    }

    @Test
    void aSessionIsTheSameUnderAnotherName() {
        logins.renamed("session", "renamed");

        assertThat(logins.ended("session")).isEmpty();
        assertThat(logins.ended("renamed")).hasSize(2);
    }

    @Test
    void theUserMayComeAgain() {
        assertThat(logins.seen("session", "ada")).isEmpty();
        assertThat(logins.seen("session", "ada")).isEmpty();
    }

    @Test
    void whoComesAsNobodyHasLoggedOut() {
        assertThat(logins.seen("session", null)).hasSize(2);
        assertThat(logins.seen("session", null)).isEmpty();
    }

    @Test
    void whoComesAsSomebodyElseHasLoggedOut() {
        assertThat(logins.seen("session", "eve")).hasSize(2);
    }

    @Test
    void whatHasGoneIsForgotten() {
        logins.closed("window");
        logins.closed("laptop");

        assertThat(logins.ended("session")).containsExactly("other window");
        assertThat(logins.seen("other session", null)).isEmpty();
    }

    @Test
    void nobodyLogsOut() {
        logins.opened("anonymous", null, "session of nobody");
        logins.opened("basic", "ada", null);

        assertThat(logins.seen("session of nobody", "ada")).isEmpty();
        assertThat(logins.ended("session of nobody")).isEmpty();
    }
}
