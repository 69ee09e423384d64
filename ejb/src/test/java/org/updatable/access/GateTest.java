package org.updatable.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.updatable.SubscriptionPolicy;
import org.updatable.SubscriptionPolicy.Answer;
import org.updatable.SubscriptionPolicy.Request;
import org.updatable.access.Gate.Admission;
import org.updatable.access.Gate.Renewed;
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

        assertThat(gate.admit("notice-1-title", token, MARY).verdict()).isEqualTo(Verdict.JOINS);
        assertThat(gate.admit("notice-1-title", token, null).verdict()).isEqualTo(Verdict.OUTDATED);
        assertThat(gate.admit("notice-2-title", token, MARY).verdict()).isEqualTo(Verdict.OUTDATED);
        assertThat(gate.admit("notice-1-title", null, MARY).verdict()).isEqualTo(Verdict.FORBIDDEN);
    }

    @Test
    void nothingElseIsOpenWhateverItIs() {
        for (String group : List.of("notice-1-title", "never-1-title", "stock-ticker", "x", "notice-1-title~html"))
            assertThat(gate.admit(group, null, null).verdict()).isEqualTo(Verdict.FORBIDDEN);
    }

    @Test
    void theChannelOfAClassIsAsOpenAsTheClass() {
        assertThat(gate.admit("leaflet", null, null).verdict()).isEqualTo(Verdict.JOINS);
        assertThat(gate.token("leaflet", null)).isEmpty();
        assertThat(gate.admit("notice", null, MARY).verdict()).isEqualTo(Verdict.FORBIDDEN);
        assertThat(gate.admit("notice", gate.token("notice", MARY).orElseThrow(), MARY)
                        .verdict())
                .isEqualTo(Verdict.JOINS);
        assertThat(gate.admit("reports", null, MARY).verdict()).isEqualTo(Verdict.FORBIDDEN);
    }

    @Test
    void aPolicyIsToldWhoseChannelItIs() {
        Gate asking = gate(request ->
                request.entity().equals("notice") && request.id().isEmpty() ? Answer.ALLOWED : Answer.REFUSED);

        assertThat(asking.admit("notice", null, null).verdict()).isEqualTo(Verdict.JOINS);
        assertThat(asking.admit("reports", null, null).verdict()).isEqualTo(Verdict.FORBIDDEN);
    }

    @Test
    void whatIsOpenNeedsNoTokenUnlessItIsAnotherForEachUser() {
        assertThat(gate.admit("leaflet-1-text", null, null).verdict()).isEqualTo(Verdict.JOINS);
        assertThat(gate.admit("leaflet-1-text~html", "good for nothing", null).verdict())
                .isEqualTo(Verdict.JOINS);
        assertThat(gate.token("leaflet-1-text", null)).isEmpty();

        assertThat(gate.admit("leaflet-1-keptBy.mary", null, MARY).verdict()).isEqualTo(Verdict.FORBIDDEN);
        String token = gate.token("leaflet-1-keptBy.mary", MARY).orElseThrow();
        assertThat(gate.admit("leaflet-1-keptBy.mary", token, MARY).verdict()).isEqualTo(Verdict.JOINS);
    }

    @Test
    void whatOtherRowsHoldIsOpenWhereThoseAre() {
        for (String open : List.of("title", "replies", "tags", "author"))
            assertThat(gate.admit("topic-1-" + open, null, null).verdict())
                    .as(open)
                    .isEqualTo(Verdict.JOINS);
        for (String shown : List.of("author.name", "author.card", "pin", "author.name~html", "@actor")) {
            String group = "topic-1-" + shown;
            assertThat(gate.admit(group, null, null).verdict()).as(shown).isEqualTo(Verdict.FORBIDDEN);
            String token = gate.token(group, null).orElseThrow();
            assertThat(gate.admit(group, token, null).verdict()).isEqualTo(Verdict.JOINS);
        }
    }

    @Test
    void aPolicyWidensAndNarrows() {
        Gate policed = gate(request -> switch (request.path()) {
            case "title" -> Answer.REFUSED;
            case "image" -> Answer.ALLOWED;
            default -> Answer.AS_SHOWN;
        });

        assertThat(policed.admit(
                                "notice-1-title",
                                policed.token("notice-1-title", null).orElseThrow(),
                                null)
                        .verdict())
                .isEqualTo(Verdict.FORBIDDEN);
        assertThat(policed.admit("notice-1-image", null, null).verdict()).isEqualTo(Verdict.JOINS);
        assertThat(policed.admit("notice-1-status", null, null).verdict()).isEqualTo(Verdict.FORBIDDEN);
        assertThat(policed.admit("leaflet-1-text", null, null).verdict()).isEqualTo(Verdict.JOINS);
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

        assertThat(policed.admit("leaflet-1-text", null, null).verdict()).isEqualTo(Verdict.FORBIDDEN);
    }

    @Test
    void aTokenIsRenewedInItsSecondHalf() {
        String token = gate.token("notice-1-title", MARY).orElseThrow();

        Instant until = gate.admit("notice-1-title", token, MARY).until();
        assertThat(gate.renewed(until, "notice-1-title", MARY)).isEmpty();
        now = now.plus(Duration.ofHours(13));
        Renewed renewed = gate.renewed(until, "notice-1-title", MARY).orElseThrow();
        now = now.plus(Duration.ofHours(13));
        assertThat(gate.admit("notice-1-title", token, MARY).verdict()).isEqualTo(Verdict.OUTDATED);
        assertThat(gate.admit("notice-1-title", renewed.token(), MARY))
                .isEqualTo(new Admission(Verdict.JOINS, renewed.until()));
    }

    @Test
    void whatNeedsNoTokenIsNotRenewed() {
        Instant until = gate.admit("leaflet-1-text", "", MARY).until();
        now = now.plus(Duration.ofDays(1_000));
        assertThat(gate.renewed(until, "leaflet-1-text", MARY)).isEmpty();
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
