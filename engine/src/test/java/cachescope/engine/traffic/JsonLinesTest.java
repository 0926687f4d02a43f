package cachescope.engine.traffic;

import static cachescope.engine.traffic.Recordings.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("one of its tests sets the locale of the whole Java")
class JsonLinesTest {
    private static final String FULL =
            """
            {"at":1.25,"op":"READ","key":"user:7","size":512,"client":"c1","ttl":60,"tags":["user","hot"]}
            """;

    @Test
    void everyFieldIsRead() throws TrafficException {
        assertThat(requests(FULL))
                .containsExactly(
                        new Request(
                                1_250_000_000,
                                Operation.READ,
                                "user:7",
                                512,
                                "c1",
                                Duration.ofSeconds(60),
                                List.of("user", "hot")));
    }

    @Test
    void operationAndKeyAreEnoughAndTimesAreThenSpacedEvenly() throws TrafficException {
        var text =
                """
                {"op":"WRITE","key":"a"}
                {"op":"DELETE","key":"b"}
                """;
        assertThat(requests(text, ReadingOptions.DEFAULT.withRate(4)))
                .containsExactly(
                        Request.of(0, Operation.WRITE, "a"),
                        Request.of(250_000_000, Operation.DELETE, "b"));
    }

    @Test
    void absentFieldsMayBeNull() throws TrafficException {
        assertThat(
                        requests(
                                "{\"at\":0,\"op\":\"READ\",\"key\":\"a\",\"size\":null,\"client\":null,\"ttl\":null,\"tags\":null}"))
                .containsExactly(Request.of(0, Operation.READ, "a"));
    }

    @ParameterizedTest(name = "{0} s is {1} ns")
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1e3, 1000000000000",
        "0.000000001, 1",
        "0.0000000019, 1",
        "1e-999999999, 0",
        "0e999999999, 0",
        "3153600000, 3153600000000000000"
    })
    void decimalTimesAreExact(String seconds, long nanos) throws TrafficException {
        assertThat(requests("{\"at\":" + seconds + ",\"op\":\"READ\",\"key\":\"a\"}"))
                .containsExactly(Request.of(nanos, Operation.READ, "a"));
    }

    @Test
    void aTimeToLiveOfZeroIsNone() throws TrafficException {
        assertThat(requests("{\"at\":0,\"op\":\"READ\",\"key\":\"a\",\"ttl\":0}"))
                .containsExactly(Request.of(0, Operation.READ, "a"));
    }

    @Test
    void byteOrderMarkCarriageReturnsAndBlankLinesArePassedOver() throws TrafficException {
        assertThat(
                        requests(
                                "\uFEFF\r\n"
                                        + FULL.replace("\n", "\r\n")
                                        + "\r\n   \r\n"
                                        + FULL.strip()))
                .hasSize(2);
    }

    @Test
    void unknownFieldsArePassedOverAndNamed() throws TrafficException {
        var text = "{\"at\":0,\"tll\":6,\"op\":\"READ\",\"more\":{\"a\":[1,{}]},\"key\":\"a\"}";
        assertThat(requests(text)).containsExactly(Request.of(0, Operation.READ, "a"));
        assertThat(Recordings.remarks(text, ReadingOptions.DEFAULT))
                .containsExactly(
                        "Fields that are not part of the format were passed over: \"tll\", \"more\".");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"at\":1,\"op\":\"FROB\",\"key\":\"a\"} | op: expected READ, WRITE or DELETE, found \"FROB\"",
                "{\"at\":1,\"op\":\"read\",\"key\":\"a\"} | op: expected READ, WRITE or DELETE, found \"read\"",
                "{\"at\":1,\"op\":7,\"key\":\"a\"} | op: expected a string, found \"7\"",
                "{\"at\":1,\"key\":\"a\"} | op: expected READ, WRITE or DELETE, found no such field",
                "{\"at\":1,\"op\":\"READ\"} | key: expected a string, found no such field",
                "{\"at\":1,\"op\":\"READ\",\"key\":null} | key: expected a string, found \"null\"",
                "{\"at\":-1,\"op\":\"READ\",\"key\":\"a\"} | at: expected a time of 0 or more, found \"-1\"",
                "{\"at\":\"1\",\"op\":\"READ\",\"key\":\"a\"} | at: expected a number, found \"1\"",
                "{\"at\":1e999999999,\"op\":\"READ\",\"key\":\"a\"} | at: expected a time before the year 2262, found \"1E+999999999\"",
                "{\"at\":3153600001,\"op\":\"READ\",\"key\":\"a\"} | at: expected at most 100 years in seconds, found \"3153600001\"",
                "{\"at\":1,\"op\":\"READ\",\"key\":\"a\",\"size\":-5} | size: expected a whole number of bytes, found \"-5\"",
                "{\"at\":1,\"op\":\"READ\",\"key\":\"a\",\"size\":1.5} | size: expected a whole number of bytes, found \"1.5\"",
                "{\"at\":1,\"op\":\"READ\",\"key\":\"a\",\"size\":67108865} | size: expected at most 67108864 bytes (64 MB), found \"67108865\"",
                "{\"at\":1,\"op\":\"READ\",\"key\":\"a\",\"size\":1000000000000} | size: expected at most 67108864 bytes (64 MB), found \"1000000000000\"",
                "{\"at\":1,\"op\":\"READ\",\"key\":\"a\",\"ttl\":-1} | ttl: expected 0 (none) or more seconds, found \"-1\"",
                "{\"at\":1,\"op\":\"READ\",\"key\":\"a\",\"ttl\":1e12} | ttl: expected at most 100 years in seconds, found \"1E+12\"",
                "{\"at\":1,\"op\":\"READ\",\"key\":\"a\",\"tags\":\"user\"} | tags: expected an array of strings, found \"user\"",
                "{\"at\":1,\"op\":\"READ\",\"key\":\"a\",\"tags\":[1]} | tags: expected a string, found \"1\"",
                "{\"at\":1,\"op\":\"READ\",\"key\":\"\\ud83d\"} | key: expected whole Unicode characters, found \".\"",
                "{\"at\":1,\"op\":\"READ\",\"key\":\"a\"} {} | expected nothing after the JSON object, found more in column 32",
            })
    void aBadFieldIsNamedWithWhatWasExpected(String line, String clause) {
        assertThatThrownBy(() -> requests(line))
                .isInstanceOf(TrafficException.class)
                .hasMessage("recording, line 1: " + clause);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"at\":NaN,\"op\":\"READ\",\"key\":\"a\"}",
                "{\"at\":1,\"at\":2,\"op\":\"READ\",\"key\":\"a\"}",
                "{\"at\":1,\"op\":\"READ\",\"key\":\"a\"",
                "{\"at\":01,\"op\":\"READ\",\"key\":\"a\"}",
                "{at:1}",
                "{"
            })
    void aLineThatIsNotJsonIsRefusedInOneSentence(String line) {
        assertThatThrownBy(() -> requests(line))
                .isInstanceOf(TrafficException.class)
                .hasMessageStartingWith(
                        "recording, line 1: expected a JSON object such as {\"at\":1.25,\"op\":\"READ\",\"key\":\"user:7\"}, found ")
                .hasMessageNotContainingAny("\n", "Jackson", "StreamReadFeature");
    }

    @Test
    void aLineThatIsNoObjectIsRefused() {
        assertThatThrownBy(() -> requests(FULL + "[1]"))
                .hasMessageStartingWith("recording, line 2: expected a JSON object")
                .hasMessageEndingWith("found \"[1]\"");
    }

    @Test
    void timesThatGoBackAreRefusedWithBoth() {
        var text = FULL + "{\"at\":1.249999999,\"op\":\"READ\",\"key\":\"b\"}";
        assertThatThrownBy(() -> requests(text))
                .hasMessage(
                        "recording, line 2: at: expected a time not before 1.25 s, the one of an earlier line, found 1.249999999 s");
    }

    @Test
    void someTimesAreNotEnough() {
        assertThatThrownBy(() -> requests(FULL + "{\"op\":\"READ\",\"key\":\"b\"}"))
                .hasMessage(
                        "recording, line 2: at: expected on every line or on none, found the first such line to be otherwise");
    }

    @ParameterizedTest(name = "key {index}")
    @MethodSource("strangeKeys")
    void anyKeySurvivesWritingAndReading(String key) throws IOException, TrafficException {
        var shorter = key.substring(0, Math.min(key.length(), 100));
        var request = new Request(0, Operation.WRITE, key, 3, shorter, null, List.of(shorter));
        assertThat(requests(written(List.of(request)))).containsExactly(request);
    }

    static List<String> strangeKeys() {
        return List.of(
                "",
                " with spaces ",
                "line\nfeed\r\n",
                "\"quotes\" and 'quotes' and \\",
                "nul \0 nul",
                "\u2028\u0085\uFEFF\uFFFD",
                "emoji \uD83D\uDE00\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
                "k".repeat(1 << 20),
                "\0".repeat(1 << 20),
                "\uD83D\uDE00".repeat(1 << 19));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyRequestsSurviveWritingAndReading(long seed) throws IOException, TrafficException {
        var random = new SplittableRandom(seed);
        var at = new long[1];
        var requests =
                random.longs(50, 0, 3_000_000_000L)
                        .mapToObj(step -> anyRequest(at[0] += step, random))
                        .toList();
        assertThat(requests(written(requests))).isEqualTo(requests);
    }

    static LongStream seeds() {
        var seed = Long.getLong("seed");
        return seed == null ? LongStream.rangeClosed(1, 50) : LongStream.of(seed);
    }

    @Test
    void theWriterWritesNumbersPlainlyInAnyLocale() throws IOException {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            var request =
                    new Request(
                            100_000_000_000L,
                            Operation.WRITE,
                            "a",
                            10,
                            "c",
                            Duration.ofMillis(1_500),
                            List.of("t"));
            assertThat(written(List.of(request, Request.of(100_000_000_001L, Operation.READ, "b"))))
                    .isEqualTo(
                            """
                            {"at":100,"op":"WRITE","key":"a","size":10,"client":"c","ttl":1.5,"tags":["t"]}
                            {"at":100.000000001,"op":"READ","key":"b"}
                            """);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Request anyRequest(long at, SplittableRandom random) {
        var operation = Operation.values()[random.nextInt(3)];
        var key =
                random.ints(random.nextInt(20), 0, Character.MAX_CODE_POINT + 1)
                        .filter(point -> Character.getType(point) != Character.SURROGATE)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        var timeToLive =
                random.nextBoolean() ? null : Duration.ofNanos(random.nextLong(1, 1L << 61));
        return new Request(
                at,
                operation,
                key,
                random.nextLong(-1, Request.LARGEST_SIZE + 1),
                random.nextBoolean() ? null : "c" + random.nextInt(),
                timeToLive,
                random.nextBoolean() ? List.of() : List.of("x", "y"));
    }

    private static String written(List<Request> requests) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new JsonLinesWriter(bytes)) {
            for (var request : requests) {
                writer.write(request);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
