package org.updatable.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.updatable.message.UpdateValue;

/** What a client may ask a value to be written like. */
class FormFuzzTest {
    private static final List<Object> VALUES =
            List.of("text", 1234, new BigDecimal("-12.50"), LocalDate.EPOCH, Instant.EPOCH, Date.from(Instant.EPOCH));

    @FuzzTest(maxDuration = "2m")
    void aFormThatIsUnderstoodHasThatNameAndWritesAnything(byte[] bytes) {
        String name = new String(bytes, UTF_8);
        Optional<Form> form = Form.parse(name);

        form.ifPresent(understood -> {
            assertThat(understood.name()).isEqualTo(name);
            for (Object value : VALUES)
                assertThat(understood.of(new UpdateValue("post-1-title", "plain"), plain -> value))
                        .isNotNull();
        });
    }
}
