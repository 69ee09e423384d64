package org.updatable.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchersTest {
    private static final int MANY = 300;
    private static final int FEW = 10;

    private final Watchers watchers = new Watchers();

    @Test
    void eachIsThereOnce() {
        Ear ear = new Ear(1);

        assertThat(watchers.add(ear)).isTrue();
        assertThat(watchers.add(ear)).isFalse();
        assertThat(watchers.all()).containsExactly(ear);
        watchers.remove(ear);
        watchers.remove(ear);
        assertThat(watchers.isEmpty()).isTrue();
        assertThat(watchers.all()).isEmpty();
    }

    /** By turns many and few of them come and go, by turns more and as many as leave. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, Integer.MAX_VALUE})
    void theyAreASet(int hashes) {
        Random random = new Random(hashes);
        List<Ear> ears = Stream.generate(() -> new Ear(random.nextInt(-hashes, hashes)))
                .limit(MANY)
                .toList();
        Set<Connection> expected = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int step = 0; step < 20_000; step++) {
            Ear ear = ears.get(random.nextInt(step / 2_000 % 2 == 0 ? MANY : FEW));
            if (random.nextInt(step / 4_000 % 2 == 0 ? 3 : 2) > 0)
                assertThat(watchers.add(ear)).isEqualTo(expected.add(ear));
            else {
                watchers.remove(ear);
                expected.remove(ear);
            }
            assertThat(watchers.contains(ear)).isEqualTo(expected.contains(ear));
            assertThat(watchers.size()).isEqualTo(expected.size());
        }
        assertThat(watchers.all()).hasSizeGreaterThan(FEW).containsExactlyInAnyOrderElementsOf(expected);
        for (Ear ear : ears) watchers.remove(ear);
        assertThat(watchers.all()).isEmpty();
    }
}
