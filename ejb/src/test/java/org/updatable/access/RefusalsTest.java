package org.updatable.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private final Refusals refusals = new Refusals();

    @Test
    void eachIsSaidOnce() {
        assertThat(refusals.isNew("one")).isTrue();
        assertThat(refusals.isNew("one")).isFalse();
        assertThat(refusals.isNew("another")).isTrue();
    }

    @Test
    void whoComesUnderManyNamesFillsNeitherTheLogNorTheMemory() {
        long said = IntStream.range(0, 10_000)
                .filter(name -> refusals.isNew("name " + name))
                .count();

        assertThat(said).isEqualTo(100);
    }

    @Test
    void whatAStrangerSaysIsOneShortLine() {
        assertThat(Refusals.quoted("https://a\r\nINFO all is well")).isEqualTo("https://a??INFO all is well");
        assertThat(Refusals.quoted("x".repeat(10_000))).hasSize(202);
    }
}
