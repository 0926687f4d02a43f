package cachescope.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.app.fixture.SavedLogs;
import cachescope.app.fixture.SyntheticLog;
import cachescope.engine.event.EventFileException;
import cachescope.engine.event.EventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
@Timeout(30)
class SavedLogTest {
    @TempDir Path folder;

    @Test
    void everyEventThatWasSavedIsThereAgain() throws Exception {
        var original = SyntheticLog.of(1, 2_000, 1_000, 2);
        try (var saved = SavedLog.open(SavedLogs.save(original, folder.resolve("run.jsonl")))) {
            var reading = SavedLogs.await(saved);

            assertThat(reading.problem()).isEmpty();
            assertThat(reading.bytesRead()).isEqualTo(reading.totalBytes());
            assertThat(SavedLogs.events(saved.log())).isEqualTo(SavedLogs.events(original));
            saved.log().close();
        }
    }

    @Test
    void aRunWithoutAnEndIsShownAsFarAsItGoes() throws Exception {
        var original = SyntheticLog.withOutage(1, 500, 1_000, 0, 0);
        try (var saved = SavedLog.open(SavedLogs.save(original, folder.resolve("run.jsonl")))) {
            var reading = SavedLogs.await(saved);

            assertThat(reading.problem()).get().asString().contains("run.jsonl", "incomplete");
            assertThat(saved.log().size()).isEqualTo(original.size());
            saved.log().close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"seq\":100,\"type\":\"RunEnded\",\"at\":5,\"comp",
                "{\"seq\":117,\"type\":\"RunEnded\",\"at\":5,\"complete\":true}\n",
                "{\"seq\":100,\"type\":\"CacheWarmed\",\"at\":5}\n",
                "rubbish\n"
            })
    void whatIsWrongInTheMiddleIsToldAndWhatCameBeforeIsShown(String line) throws Exception {
        var lines = lines(SyntheticLog.of(1, 100, 1_000, 1)).subList(0, 100);
        var file = folder.resolve("broken.jsonl");
        Files.writeString(file, String.join("\n", lines) + "\n" + line);
        try (var saved = SavedLog.open(file)) {
            var problem = SavedLogs.await(saved).problem();

            assertThat(problem).get().asString().contains("broken.jsonl line 101:").endsWith(".");
            assertThat(saved.log().size()).isEqualTo(100);
            saved.log().close();
        }
    }

    @Test
    void whatIsNoLogIsRefused() throws IOException {
        refused("", "is empty");
        refused("{\"at\":1,\"op\":\"READ\",\"key\":\"a\"}\n", "not an event log");
        refused(
                lines(SyntheticLog.of(1, 1, 1, 1))
                        .getFirst()
                        .replace("\"formatVersion\":1", "\"formatVersion\":9"),
                "formatVersion is 9");
        assertThatThrownBy(() -> SavedLog.open(folder.resolve("nowhere")))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void readingThatIsCancelledKeepsWhatWasRead() throws Exception {
        var file = SavedLogs.save(SyntheticLog.of(1, 20_000, 1_000, 2), folder.resolve("run"));
        try (var saved = SavedLog.open(file)) {
            saved.cancel();
            var reading = SavedLogs.await(saved);

            assertThat(reading.problem()).get().asString().contains("cancelled");
            assertThat(saved.log().size()).isBetween(1L, 119_000L);
            saved.log().close();
        }
    }

    private void refused(String text, String why) throws IOException {
        var file = folder.resolve("no-log.jsonl");
        Files.writeString(file, text);
        assertThatThrownBy(() -> SavedLog.open(file))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("no-log.jsonl");
    }

    private List<String> lines(EventLog log) throws IOException {
        return Files.readAllLines(SavedLogs.save(log, folder.resolve("lines")));
    }
}
