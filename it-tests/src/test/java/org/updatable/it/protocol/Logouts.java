package org.updatable.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who logs out watches no more. */
public abstract class Logouts {
    private static final int POLICY_VIOLATED = 1008;
    private static final Map<String, String> HEADERS = Map.of("X-Forwarded-For", "192.0.2.8");

    @Test
    void withTheHttpSessionOfAUserAllHerConnectionsEnd() {
        Person judy = Person.called("judy");
        Person mallory = Person.called("mallory");
        List<Client> hers = connected(judy);
        try (Client other = mallory.connects(HEADERS);
                Client anonymous = Client.with(HEADERS)) {
            judy.goes("leave");

            assertThat(hers).allSatisfy(client -> assertThat(client.closeCode()).isEqualTo(POLICY_VIOLATED));
            other.wasHeard();
            anonymous.wasHeard();
        }
    }

    @Test
    void thatTheSessionWasRenamedMeanwhileChangesNothing() {
        Person trent = Person.called("trent");
        List<Client> his = connected(trent);

        trent.goes("rename");
        trent.goes("leave");

        assertThat(his).allSatisfy(client -> assertThat(client.closeCode()).isEqualTo(POLICY_VIOLATED));
    }

    /** Payara looks for sessions that have expired only once a minute, and Java's client does not stay for so long. */
    @Test
    @Tag("wildfly")
    void withAnHttpSessionThatExpiresTheyEnd() {
        Person walter = Person.called("walter");
        List<Client> his = connected(walter);

        walter.goes("rest");

        assertThat(his).allSatisfy(client -> assertThat(client.closeCode()).isEqualTo(POLICY_VIOLATED));
    }

    /** The session goes on without its user, as in a shop that keeps the basket. */
    @Test
    void logoutAloneEndsThemAsWell() {
        Person victor = Person.called("victor");
        List<Client> his = connected(victor);

        victor.goes("logout");

        assertThat(his).allSatisfy(client -> assertThat(client.closeCode()).isEqualTo(POLICY_VIOLATED));
    }

    @Test
    void whoGoesOnKeepsTheirConnections() {
        Person peggy = Person.called("peggy");
        List<Client> hers = connected(peggy);

        peggy.goes("");
        Person.called("oscar").goes("logout");

        assertThat(hers).allSatisfy(Client::wasHeard);
        hers.forEach(Client::close);
    }

    private static List<Client> connected(Person person) {
        return Stream.generate(() -> person.connects(HEADERS).wasHeard())
                .limit(3)
                .toList();
    }
}
