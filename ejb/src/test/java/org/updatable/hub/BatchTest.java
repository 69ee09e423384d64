package org.updatable.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updatable.hub.Delivery.Subject;
import org.updatable.hub.Delivery.Told;

class BatchTest {
    private final Delivery title = told("title", "1");
    private final Delivery price = told("price", "2");

    @Test
    void whoIsToldTheSameHasTheSameFrame() {
        Batch nothing = Batch.empty();

        Batch first = nothing.and(title).and(price);
        Batch second = nothing.and(title).and(price);
        Batch third = nothing.and(price).and(title);

        assertThat(second).isSameAs(first);
        assertThat(second.frame()).isSameAs(first.frame());
        assertThat(first.frame().text()).isEqualTo("{\"batch\":[1,2]}");
        assertThat(third.frame().text()).isEqualTo("{\"batch\":[2,1]}");
    }

    @Test
    void whoIsToldLessIsNotToldMore() {
        Batch less = Batch.empty().and(title);
        Batch more = less.and(price);
        Batch other = less.and(told("stock", "3"));

        assertThat(less.frame().text()).isEqualTo("1");
        assertThat(more.all()).containsExactly(title, price);
        assertThat(other.frame().text()).isEqualTo("{\"batch\":[1,3]}");
        assertThat(less.and(price)).isSameAs(more);
    }

    @Test
    void ofTheSameSubjectTheLatestIsTold() {
        Batch batch = Batch.of(List.of(title, price, told("title", "4")));

        assertThat(batch.frame().text()).isEqualTo("{\"batch\":[4,2]}");
        assertThat(batch.size()).isEqualTo(3);
        assertThat(batch.conflated()).isEqualTo(1);
    }

    /** RFC 6455, 5.2: up to 125 bytes one byte says how many, up to 65535 two more do, else eight. */
    @ParameterizedTest
    @CsvSource({"0, 2", "125, 2", "126, 4", "127, 4", "65535, 4", "65536, 10", "200000, 10"})
    void aFrameIsEncodedAsTheStandardHasIt(int length, int head) {
        Frame frame = new Frame("x".repeat(length));
        ByteBuffer wire = frame.wire();

        assertThat(wire.remaining()).isEqualTo(head + length);
        assertThat(wire.get()).isEqualTo((byte) 0x81);
        int said = wire.get();
        long announced = head == 2 ? said : head == 4 ? Short.toUnsignedLong(wire.getShort()) : wire.getLong();
        assertThat(said).isEqualTo(head == 2 ? length : head == 4 ? 126 : 127);
        assertThat(announced).isEqualTo(length);
        assertThat(wire.remaining()).isEqualTo(length);
        assertThat(text(frame.payload())).isEqualTo(frame.text());
        assertThat(text(wire)).isEqualTo(frame.text());
    }

    @Test
    void aFrameIsInUtf8AndEachBufferIsAtItsBeginning() {
        Frame frame = new Frame("Grüße, 世界 🚢");
        frame.wire().get();

        assertThat(text(frame.payload())).isEqualTo(frame.text());
        assertThat(frame.wire().position()).isZero();
    }

    private static Delivery told(String group, String message) {
        return new Told(new Subject(group, ""), message);
    }

    private static String text(ByteBuffer buffer) {
        return StandardCharsets.UTF_8.decode(buffer).toString();
    }
}
