package cachescope.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.EventLineReader.BadLineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventLinesTest {
    private final JsonBytes buffer = new JsonBytes();
    private final EventLines lines = new EventLines(buffer);
    private final EventLineReader reader = new EventLineReader();

    static LongStream seeds() {
        var given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : LongStream.rangeClosed(1, 20);
    }

    static Stream<Class<?>> types() {
        return RandomEvents.records().stream();
    }

    @Test
    void aLookUpIsWrittenAsTheCommandLineDocuments() throws IOException {
        var span =
                new Span(
                        9,
                        1_200_345,
                        1_250_000,
                        1_300_456,
                        new Cause.Request(4),
                        "app-2",
                        Tier.REDIS,
                        List.of());
        var read = new Event.CacheRead(17, span, "user:7", Outcome.HIT, 3);

        assertThat(line(read))
                .isEqualTo(
                        "{\"seq\":17,\"type\":\"CacheRead\",\"call\":9,\"startedAt\":1200345,\"at\":1250000,"
                                + "\"endedAt\":1300456,\"request\":4,\"node\":\"app-2\",\"tier\":\"REDIS\","
                                + "\"key\":\"user:7\",\"outcome\":\"HIT\",\"version\":3}\n");
    }

    @Test
    void workInTheBackgroundIsWrittenAsTaskAndCause() throws IOException {
        var cause = new Cause.Background("flush", List.of(3L, 8L));
        var lost = new Event.WriteLost(5, 1, cause, "app-1", "k", 2);

        assertThat(line(lost)).contains("\"at\":1,\"task\":\"flush\",\"cause\":[3,8],\"node\":");
    }

    @Test
    void anOperationIsWrittenAsOp() throws IOException {
        var started = new Event.RequestStarted(1, 20, 0, Operation.READ, "k", 10);

        assertThat(line(started)).contains("\"op\":\"READ\"").doesNotContain("operation");
    }

    @Test
    void whatNeverExpiresHasNoExpiry() throws IOException {
        var span = new Span(0, 0, 0, 0, new Cause.Request(0), "app-1", Tier.REDIS, List.of());
        var written = new Event.CacheWritten(1, span, "k", 1, true, Long.MAX_VALUE);

        assertThat(line(written)).doesNotContain("expiresAt");
    }

    @Test
    void everyTypeIsReadAndWrittenAgainToTheByte() throws IOException, BadLineException {
        var saved = everyType();
        var again = new ArrayList<String>();
        var names = new HashSet<String>();
        for (var line : saved.lines().toList()) {
            var bytes = line.getBytes(StandardCharsets.UTF_8);
            var event = reader.read(bytes, 0, bytes.length);
            names.add(event.getClass().getSimpleName());
            again.add(line(event));
        }

        assertThat(String.join("", again)).isEqualTo(saved);
        assertThat(names).hasSameElementsAs(types().map(Class::getSimpleName).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void everyTypeIsReadBackAsItWas(Class<?> type) throws IOException, BadLineException {
        var random = new RandomEvents(new SplittableRandom(7));
        for (int i = 0; i < 100; i++) {
            var event = random.of(type, i);

            assertReadBack(event);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyEventIsReadBackAsItWas(long seed) throws IOException, BadLineException {
        var random = new RandomEvents(new SplittableRandom(seed));
        for (int i = 0; i < 100; i++) {
            assertReadBack(random.next(i));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPackedBlockIsUnpackedAsItWas(long seed) {
        var random = new RandomEvents(new SplittableRandom(seed));
        var events = LongStream.range(0, 200).mapToObj(random::next).toArray(Event[]::new);

        assertThat(BlockCodec.unpack(BlockCodec.pack(events))).isEqualTo(events);
    }

    private void assertReadBack(Event event) throws IOException, BadLineException {
        var bytes = line(event).getBytes(StandardCharsets.UTF_8);
        var back = reader.read(bytes, 0, bytes.length - 1);
        assertThat(back).isEqualTo(event);
        assertThat(line(back)).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    }

    /** Two lines of each type, as logs that were saved have them. */
    private static String everyType() throws IOException {
        try (var in = EventLinesTest.class.getResourceAsStream("every-event.jsonl")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String line(Event event) throws IOException {
        var out = new ByteArrayOutputStream();
        lines.write(event);
        buffer.writeTo(out);
        buffer.clear();
        return out.toString(StandardCharsets.UTF_8);
    }
}
