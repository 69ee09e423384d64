package org.updatable.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.hub.Delivery.Subject;
import org.updatable.hub.Delivery.Told;

class GatheredTest {
    private static final Delivery FIRST = told("first");
    private static final Delivery SECOND = told("second");

    /** More connections than are expected. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, Integer.MAX_VALUE})
    void eachIsToldItsOwnInOneBatch(int hashes) {
        Random random = new Random(hashes);
        List<Ear> both = ears(random, hashes);
        List<Ear> second = ears(random, hashes);
        Gathered gathered = new Gathered(3);
        List<Ear> all = Stream.concat(both.stream(), second.stream()).collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(all, random);
        gathered.add(both, List.of(FIRST));
        gathered.add(all, List.of(SECOND));
        gathered.offer();

        assertThat(both)
                .allSatisfy(ear -> assertThat(ear.told()).singleElement().satisfies(batch -> assertThat(batch.all())
                        .containsExactly(FIRST, SECOND)));
        assertThat(second)
                .allSatisfy(ear -> assertThat(ear.told()).singleElement().satisfies(batch -> assertThat(batch.all())
                        .containsExactly(SECOND)));
        assertThat(both)
                .extracting(ear -> ear.told().get(0))
                .as("the same for all")
                .containsOnly(both.get(0).told().get(0));
    }

    @Test
    void whoWasToldSomethingElseBeforeIsToldBoth() {
        List<Ear> all = ears(new Random(5), 100);
        Gathered gathered = new Gathered(all.size());
        for (int at = 0; at < all.size(); at += 2) gathered.add(all.subList(at, at + 1), List.of(FIRST));
        gathered.add(all, List.of(SECOND));
        gathered.offer();

        for (int at = 0; at < all.size(); at++)
            assertThat(all.get(at).told().get(0).all())
                    .isEqualTo(at % 2 == 0 ? List.of(FIRST, SECOND) : List.of(SECOND));
    }

    private static List<Ear> ears(Random random, int hashes) {
        return Stream.generate(() -> new Ear(random.nextInt(-hashes, hashes)))
                .limit(200)
                .toList();
    }

    private static Delivery told(String message) {
        return new Told(new Subject("group", message), message);
    }
}
