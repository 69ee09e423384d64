package org.updatable.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
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

    private void add(String group) {
        deliveries.add(Update.value(group, "new"), Set.of(ear));
    }

    private List<String> told() {
        return ear.told().stream().map(batch -> batch.frame().text()).toList();
    }
}
