package org.updatable.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.updatable.message.Update;

class DeliveriesTest {
    private final Ear ear = new Ear(0);
    private final Deliveries deliveries = new Deliveries(1000);

    @Test
    void nobodyIsToldAPartOfWhatHasFailed() {
        add("a");
        deliveries.isWhole();
        add("b");
        deliveries.forget();
        deliveries.offer();

        assertThat(told()).singleElement().asString().contains("\"a\"").doesNotContain("\"b\"");
    }

    @Test
    void norWhenWhatCameBeforeWasOfferedMeanwhile() {
        add("a");
        add("b");
        deliveries.isWhole();
        deliveries.offer();
        add("c");
        deliveries.forget();
        deliveries.offer();

        assertThat(told()).singleElement().asString().contains("\"a\"", "\"b\"").doesNotContain("\"c\"");
    }

    /** In the order in which it was added, whoever else is told a part of it. */
    @Test
    void whatTheSameAreToldIsOneFrame() {
        Ear other = new Ear(1);
        deliveries.add(Update.value("a", "new"), List.of(ear, other));
        deliveries.add(Update.value("b", "new"), List.of(ear, other));
        deliveries.add(Update.value("c", "new"), List.of(ear));
        deliveries.add(Update.value("d", "new"), List.of(ear, other));
        deliveries.offer();

        assertThat(told()).singleElement().asString().containsSubsequence("\"a\"", "\"b\"", "\"c\"", "\"d\"");
        assertThat(other.told()).hasSize(1);
        assertThat(other.told().get(0).frame().text())
                .containsSubsequence("\"a\"", "\"b\"", "\"d\"")
                .doesNotContain("\"c\"");
    }

    private void add(String group) {
        deliveries.add(Update.value(group, "new"), List.of(ear));
    }

    private List<String> told() {
        return ear.told().stream().map(batch -> batch.frame().text()).toList();
    }
}
