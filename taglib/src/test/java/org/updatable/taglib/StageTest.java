package org.updatable.taglib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StageTest {

    @ParameterizedTest
    @ValueSource(strings = {"null", "Production", "SystemTest", "development"})
    void everyStageButDevelopmentIsForEverybody(String projectStage) {
        assertEquals(Stage.PRODUCTION, Stage.of(projectStage, null));
        assertEquals(Stage.PRODUCTION, Stage.of(projectStage, "upd-debug"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"upd-debug", "id=1&upd-debug", "upd-debug=1&id=1", "a=b&upd-debug&id=1"})
    void theAuthorMayAskWhy(String query) {
        assertEquals(Stage.EXPLAINED, Stage.of("Development", query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id=1", "id=upd-debug", "upd-debugger", "no-upd-debug"})
    void theAuthorDidNotAsk(String query) {
        assertEquals(Stage.DEVELOPMENT, Stage.of("Development", query));
        assertEquals(Stage.DEVELOPMENT, Stage.of("Development", null));
    }

    @Test
    void whileAPageIsDevelopedAMistakeEndsIt() {
        assertEquals(
                "Write it otherwise.",
                assertThrows(IllegalArgumentException.class, () -> Stage.DEVELOPMENT.mistake("Write it otherwise."))
                        .getMessage());
    }

    @Test
    void inProductionAMistakeIsLoggedOnce() {
        List<String> logged = logged(() -> {
            Stage.PRODUCTION.mistake("One.");
            Stage.PRODUCTION.mistake("Other.");
            Stage.PRODUCTION.mistake("One.");
        });
        assertEquals(List.of("One.", "Other."), logged);
    }

    @Test
    void anExplainedMistakeIsNotLogged() {
        assertEquals(List.of(), logged(() -> Stage.EXPLAINED.mistake("Shown.")));
    }

    private static List<String> logged(Runnable mistakes) {
        List<String> messages = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                messages.add(message.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("org.updatable");
        logger.addHandler(handler);
        try {
            mistakes.run();
        } finally {
            logger.removeHandler(handler);
        }
        return messages;
    }
}
