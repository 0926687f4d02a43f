package cachescope.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventFileTest {
    private static final String FIRST =
            "{\"seq\":0,\"type\":\"RunStarted\",\"at\":0,\"formatVersion\":1,\"world\":\"live\",\"seed\":1,\"speed\":0.0,"
                    + "\"strategy\":{},\"traffic\":{}}";
    private static final String SECOND =
            "{\"seq\":1,\"type\":\"TierRecovered\",\"at\":5,\"tier\":\"REDIS\"}";

    @TempDir Path folder;

    static Stream<Arguments> badFiles() {
        return Stream.of(
                Arguments.of("", "is empty: expected an event log"),
                Arguments.of("key,at\n1,2\n", "line 1: not an event log, not JSON"),
                Arguments.of("{\"a\":1}\n", "line 1: not an event log, expected \"seq\" first"),
                Arguments.of("[]\n", "line 1: not an event log, expected an object"),
                Arguments.of(
                        SECOND.replace("1,", "0,") + "\n",
                        "line 1: not an event log, expected RunStarted first"),
                Arguments.of(
                        FIRST.replace("\"formatVersion\":1", "\"formatVersion\":2") + "\n",
                        "line 1: not an event log, formatVersion is 2, this program reads 1"),
                Arguments.of(
                        FIRST + "\n" + SECOND.replace(":1,", ":2,") + "\n",
                        "line 2: seq is 2, expected 1"),
                Arguments.of(
                        FIRST + "\n" + SECOND.replace(":1,", ":-1,") + "\n",
                        "line 2: expected \"seq\" first"),
                Arguments.of(
                        FIRST + "\n" + SECOND.replace("Recovered", "Melted") + "\n",
                        "line 2: unknown type \"TierMelted\""),
                Arguments.of(
                        FIRST + "\n" + SECOND.substring(0, 30),
                        "line 2: the last line is cut off, not JSON: Unexpected end-of-input"),
                Arguments.of(
                        FIRST + "\n" + SECOND.replace(":5", ":\"soon\"") + "\n",
                        "line 2: \"at\": expected a whole number"),
                Arguments.of(
                        FIRST + "\n" + SECOND.replace(":5", ":99999999999999999999") + "\n",
                        "line 2: \"at\": expected a whole number"),
                Arguments.of(
                        FIRST + "\n" + SECOND.replace("REDIS", "MOON") + "\n",
                        "line 2: \"tier\": expected one of [CLIENT, EDGE"),
                Arguments.of(
                        FIRST + "\n" + SECOND.replace("\"at\":5,", "") + "\n",
                        "line 2: TierRecovered lacks \"at\""),
                Arguments.of(
                        FIRST + "\n" + SECOND.replace("\"at\":5,", "\"at\":5,\"when\":6,") + "\n",
                        "line 2: unknown field \"when\""),
                Arguments.of(
                        FIRST + "\n" + SECOND.replace("\"at\":5,", "\"at\":5,\"at\":6,") + "\n",
                        "line 2: \"at\" stands there twice"),
                Arguments.of(
                        FIRST
                                + "\n{\"seq\":1,\"type\":\"WriteLost\",\"at\":1,\"cause\":[1],\"node\":\"n\","
                                + "\"key\":\"k\",\"version\":1}\n",
                        "line 2: expected \"task\" and \"cause\" together, or \"request\""),
                Arguments.of(FIRST + "\n" + SECOND + "x\n", "line 2: not JSON"),
                Arguments.of(FIRST + "\n\n" + SECOND + "\n", "line 2: expected an object"));
    }

    @Test
    void aLogThatIsReadAndWrittenAgainIsTheSameToTheByte() throws IOException, EventFileException {
        var first = folder.resolve("first.jsonl");
        var second = folder.resolve("second.jsonl");
        write(first, someEvents(5_000));

        write(second, readAll(first));

        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
        assertThat(Files.readAllLines(first)).hasSize(5_000);
    }

    @Test
    void aLineMayBeLongerThanTheBuffer() throws EventFileException {
        var file = folder.resolve("log.jsonl");
        var key = "k".repeat(1 << 20) + "\u0000".repeat(1 << 20);
        var events =
                List.of(runStarted(), new Event.RequestStarted(1, 2, 0, Operation.READ, key, 1));

        write(file, events);

        assertThat(readAll(file)).isEqualTo(events);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("badFiles")
    void whatIsNoWholeLogIsRefusedWithItsLine(String content, String complaint) throws IOException {
        var file = Files.writeString(folder.resolve("bad.jsonl"), content);

        assertThatThrownBy(() -> readAll(file))
                .isInstanceOf(EventFileException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(complaint)
                .hasMessageNotContaining("\n");
    }

    @Test
    void binaryRubbishIsRefused() throws IOException {
        var rubbish = new byte[4096];
        new SplittableRandom(3).nextBytes(rubbish);
        var file = Files.write(folder.resolve("rubbish"), rubbish);

        assertThatThrownBy(() -> readAll(file))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("line 1: not an event log");
    }

    @Test
    void aMissingFileAndAFolderAreRefused() {
        assertThatThrownBy(() -> EventFileReader.open(folder.resolve("none")))
                .hasMessageEndingWith("does not exist");
        assertThatThrownBy(() -> EventFileReader.open(folder)).hasMessageContaining("is a folder");
    }

    @Test
    void aFileThatCannotBeMadeIsRefusedAtOnce() {
        var nowhere = folder.resolve("none").resolve("log.jsonl");

        assertThatThrownBy(() -> EventFileWriter.open(nowhere, _ -> {}))
                .hasMessage(
                        "cannot write the event log " + nowhere + ": its folder does not exist");
        assertThatThrownBy(() -> EventFileWriter.open(folder, _ -> {}))
                .hasMessageEndingWith(": it is a folder");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsToldAtOnceAndAtTheEnd() throws Exception {
        var full = Path.of("/dev/full");
        var told = new CompletableFuture<String>();
        var writer = EventFileWriter.open(full, told::complete);
        for (long seq = 0; !told.isDone(); seq++) {
            writer.accept(new Event.TierRecovered(seq, seq, Tier.REDIS));
        }

        assertThat(told.get(10, TimeUnit.SECONDS))
                .isEqualTo("cannot write the event log /dev/full: No space left on device");
        assertThat(writer.failure()).contains(told.get());
        assertThatThrownBy(writer::close)
                .isInstanceOf(EventFileException.class)
                .hasMessage(told.get());
    }

    @Test
    void anInterruptedTaskLosesNoEvent() throws EventFileException {
        var file = folder.resolve("log.jsonl");
        var events = someEvents(3_000);
        Thread.currentThread().interrupt();

        write(file, events);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(readAll(file)).hasSize(3_000);
    }

    private static List<Event> someEvents(int count) {
        var random = new RandomEvents(new SplittableRandom(11));
        var events = new ArrayList<Event>();
        events.add(runStarted());
        for (int seq = 1; seq < count; seq++) {
            events.add(random.next(seq));
        }
        return events;
    }

    private static Event runStarted() {
        return new RandomEvents(new SplittableRandom(1)).of(Event.RunStarted.class, 0);
    }

    private static void write(Path file, List<Event> events) throws EventFileException {
        try (var writer = EventFileWriter.open(file, _ -> {})) {
            events.forEach(writer);
        }
    }

    private static List<Event> readAll(Path file) throws EventFileException {
        var events = new ArrayList<Event>();
        try (var reader = EventFileReader.open(file)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                events.add(next.get());
            }
        }
        return events;
    }

    @Test
    void aSavedLogIsRecognisedByItsFirstBytesAndNothingElseIs() throws Exception {
        var file = folder.resolve("anything");
        Files.writeString(file, "{\"seq\":0,\"type\":\"RunStarted\",\"at\":0");
        assertThat(EventFileReader.recognises(file)).isTrue();
        Files.writeString(file, "{\"seq\":1,\"type\":\"RunStarted\",\"at\":0");
        assertThat(EventFileReader.recognises(file)).isFalse();
        Files.writeString(file, "");
        assertThat(EventFileReader.recognises(file)).isFalse();
        assertThat(EventFileReader.recognises(folder)).isFalse();
        assertThat(EventFileReader.recognises(file.resolveSibling("nowhere"))).isFalse();
    }
}
