package org.updatable.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "_",
                "order_item",
                "o2",
                "a23456789012345678901234567890123456789012345678901234567890123"
            })
    void whatIsOne(String name) {
        assertThat(ChannelName.isOne(name)).isTrue();
        assertThat(ChannelName.check(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Orders",
                "2o",
                "post-1",
                "a b",
                "orders;drop table",
                "\"orders\"",
                "ä",
                "orders\n",
                "a234567890123456789012345678901234567890123456789012345678901234"
            })
    void whatIsNone(String name) {
        assertThat(ChannelName.isOne(name)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChannelName.check(name))
                .withMessageContaining("is no name of a channel");
    }
}
