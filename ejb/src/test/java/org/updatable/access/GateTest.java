package org.updatable.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.updatable.SubscriptionPolicy;
import org.updatable.SubscriptionPolicy.Answer;
import org.updatable.SubscriptionPolicy.Request;
import org.updatable.access.Gate.Verdict;
import org.updatable.model.LiveModel;
import org.updatable.model.LiveModels;
import org.updatable.model.Provider;

class GateTest {
    private static final Principal MARY = () -> "mary";

    private final EntityManagerFactory unit = Provider.ECLIPSELINK.unit("stories");
    private final LiveModel model = LiveModels.of(unit);
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final Tokens tokens =
            new Tokens(List.of("a secret of enough letters".getBytes(UTF_8)), "shop", Duration.ofHours(24), () -> now);
    private final Gate gate = gate(null);

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void whatWasShownMayBeWatchedByWhomItWasShownTo() {
        String token = gate.token("notice-1-title", MARY).orElseThrow();

        assertThat(gate.mayWatch("notice-1-title", token, MARY)).isEqualTo(Verdict.JOINS);
        assertThat(gate.mayWatch("notice-1-title", token, null)).isEqualTo(Verdict.OUTDATED);
        assertThat(gate.mayWatch("notice-2-title", token, MARY)).isEqualTo(Verdict.OUTDATED);
        assertThat(gate.mayWatch("notice-1-title", null, MARY)).isEqualTo(Verdict.FORBIDDEN);
    }

    @Test
    void nothingElseIsOpenWhateverItIs() {
        for (String group : List.of("notice-1-title", "never-1-title", "stock-ticker", "x", "notice-1-title~html"))
            assertThat(gate.mayWatch(group, null, null)).isEqualTo(Verdict.FORBIDDEN);
    }

    @Test
    void theChannelOfAClassIsAsOpenAsTheClass() {
        assertThat(gate.mayWatch("leaflet", null, null)).isEqualTo(Verdict.JOINS);
        assertThat(gate.token("leaflet", null)).isEmpty();
        assertThat(gate.mayWatch("notice", null, MARY)).isEqualTo(Verdict.FORBIDDEN);
        assertThat(gate.mayWatch("notice", gate.token("notice", MARY).orElseThrow(), MARY))
                .isEqualTo(Verdict.JOINS);
        assertThat(gate.mayWatch("reports", null, MARY)).isEqualTo(Verdict.FORBIDDEN);
    }

    @Test
    void aPolicyIsToldWhoseChannelItIs() {
        Gate asking = gate(request ->
                request.entity().equals("notice") && request.id().isEmpty() ? Answer.ALLOWED : Answer.REFUSED);

        assertThat(asking.mayWatch("notice", null, null)).isEqualTo(Verdict.JOINS);
        assertThat(asking.mayWatch("reports", null, null)).isEqualTo(Verdict.FORBIDDEN);
    }

    @Test
    void whatIsOpenNeedsNoTokenUnlessItIsAnotherForEachUser() {
        assertThat(gate.mayWatch("leaflet-1-text", null, null)).isEqualTo(Verdict.JOINS);
        assertThat(gate.mayWatch("leaflet-1-text~html", "good for nothing", null))
                .isEqualTo(Verdict.JOINS);
        assertThat(gate.token("leaflet-1-text", null)).isEmpty();

        assertThat(gate.mayWatch("leaflet-1-keptBy.mary", null, MARY)).isEqualTo(Verdict.FORBIDDEN);
        String token = gate.token("leaflet-1-keptBy.mary", MARY).orElseThrow();
        assertThat(gate.mayWatch("leaflet-1-keptBy.mary", token, MARY)).isEqualTo(Verdict.JOINS);
    }

    @Test
    void whatOtherRowsHoldIsOpenWhereThoseAre() {
        for (String open : List.of("title", "replies", "tags", "author"))
            assertThat(gate.mayWatch("topic-1-" + open, null, null)).as(open).isEqualTo(Verdict.JOINS);
        for (String shown : List.of("author.name", "author.card", "pin", "author.name~html", "@actor")) {
            String group = "topic-1-" + shown;
            assertThat(gate.mayWatch(group, null, null)).as(shown).isEqualTo(Verdict.FORBIDDEN);
            String token = gate.token(group, null).orElseThrow();
            assertThat(gate.mayWatch(group, token, null)).isEqualTo(Verdict.JOINS);
        }
    }

    @Test
    void aPolicyWidensAndNarrows() {
        Gate policed = gate(request -> switch (request.path()) {
            case "title" -> Answer.REFUSED;
            case "image" -> Answer.ALLOWED;
            default -> Answer.AS_SHOWN;
        });

        assertThat(policed.mayWatch(
                        "notice-1-title", policed.token("notice-1-title", null).orElseThrow(), null))
                .isEqualTo(Verdict.FORBIDDEN);
        assertThat(policed.mayWatch("notice-1-image", null, null)).isEqualTo(Verdict.JOINS);
        assertThat(policed.mayWatch("notice-1-status", null, null)).isEqualTo(Verdict.FORBIDDEN);
        assertThat(policed.mayWatch("leaflet-1-text", null, null)).isEqualTo(Verdict.JOINS);
        assertThat(policed.mayGoOn("notice-1-title", null)).isFalse();
        assertThat(policed.mayGoOn("notice-1-status", null)).isTrue();
    }

    @Test
    void aPolicyIsToldWhoAsksForWhat() {
        Request[] asked = new Request[2];
        Gate policed = gate(request -> {
            asked[request.entity().isEmpty() ? 1 : 0] = request;
            return Answer.AS_SHOWN;
        });

        policed.mayGoOn("notice-a%2D1-readBy.23", MARY);
        policed.mayGoOn("ticker", null);

        assertThat(asked)
                .containsExactly(
                        new Request(MARY, "notice-a%2D1-readBy.23", "notice", "a-1", "readBy.23"),
                        new Request(null, "ticker", "", "", ""));
    }

    @Test
    void aPolicyThatFailsMeansNo() {
        Gate policed = gate(request -> {
            throw new IllegalStateException("on purpose");
        });

        assertThat(policed.mayWatch("leaflet-1-text", null, null)).isEqualTo(Verdict.FORBIDDEN);
    }

    @Test
    void aTokenIsRenewedInItsSecondHalf() {
        String token = gate.token("notice-1-title", MARY).orElseThrow();

        assertThat(gate.renewed(token, "notice-1-title", MARY)).isEmpty();
        now = now.plus(Duration.ofHours(13));
        Optional<String> renewed = gate.renewed(token, "notice-1-title", MARY);
        now = now.plus(Duration.ofHours(13));
        assertThat(gate.mayWatch("notice-1-title", token, MARY)).isEqualTo(Verdict.OUTDATED);
        assertThat(gate.mayWatch("notice-1-title", renewed.orElseThrow(), MARY)).isEqualTo(Verdict.JOINS);
        assertThat(gate.renewed("", "notice-1-title", MARY)).isEmpty();
    }

    @SuppressWarnings("UnnecessaryAssignment") // no container injects here
    private Gate gate(@Nullable SubscriptionPolicy policy) {
        Gate gate = new Gate();
        gate.model = model;
        gate.tokens = tokens;
        gate.policy = policy;
        return gate;
    }
}
