package org.updatable.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;

/** What a client may send, whatever it is. Found inputs are kept beside the examples, and are read in each build. */
class ReadersFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void aFrameIsReadOrRefusedWithAReason(byte[] frame) {
        try {
            List<Subscription> subscriptions = Wire.read(new String(frame, UTF_8));
            assertThat(subscriptions)
                    .noneMatch(subscription -> subscription.group().isEmpty());
        } catch (BadFrame refused) {
            assertThat(refused.reason()).endsWith(".");
        }
    }

    @FuzzTest(maxDuration = "2m")
    void aGroupThatIsUnderstoodHasThatName(byte[] bytes) {
        String name = new String(bytes, UTF_8);
        Optional<Group> group = Group.parse(name);

        group.ifPresent(understood -> assertThat(understood.name()).isEqualTo(name));
    }
}
