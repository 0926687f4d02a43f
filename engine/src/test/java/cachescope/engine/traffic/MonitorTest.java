package cachescope.engine.traffic;

import static cachescope.engine.traffic.Recordings.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.Operation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorTest {
    private static final String PREFIX = "1700000000.000000 [0 127.0.0.1:5000] ";

    @Test
    void timesCountFromTheFirstRequest() throws TrafficException {
        var text =
                """
                OK
                1700000000.000000 [0 127.0.0.1:5000] "PING"
                1700000001.000001 [0 127.0.0.1:5000] "get" "a"
                1700000001.500001 [0 [::1]:5001] "GET" "b"
                1700000001.500002 [0 unix:/tmp/redis.sock] "GET" "c"
                """;
        assertThat(requests(text))
                .containsExactly(
                        read(0, "a", "127.0.0.1:5000"),
                        read(500_000_000, "b", "[::1]:5001"),
                        read(500_001_000, "c", "unix:/tmp/redis.sock"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"MGET\" \"a\" \"b\" | READ a, READ b",
                "\"EXISTS\" \"a\" | READ a",
                "\"HGET\" \"h\" \"field\" | READ h",
                "\"HGETALL\" \"h\" | READ h",
                "\"LRANGE\" \"l\" \"0\" \"-1\" | READ l",
                "\"SET\" \"a\" \"1\" | WRITE a",
                "\"HSET\" \"h\" \"f\" \"v\" | WRITE h",
                "\"HDEL\" \"h\" \"f\" | WRITE h",
                "\"INCR\" \"n\" | WRITE n",
                "\"LPUSH\" \"l\" \"x\" \"y\" | WRITE l",
                "\"MSET\" \"a\" \"1\" \"b\" \"2\" | WRITE a, WRITE b",
                "\"BITOP\" \"AND\" \"to\" \"a\" \"b\" | WRITE to",
                "\"RPOPLPUSH\" \"a\" \"b\" | WRITE a, WRITE b",
                "\"DEL\" \"a\" \"b\" \"c\" | DELETE a, DELETE b, DELETE c",
                "\"UNLINK\" \"a\" | DELETE a",
                "\"GETDEL\" \"a\" | DELETE a",
            })
    void commandsBecomeRequestsForTheirKeys(String command, String expected)
            throws TrafficException {
        assertThat(requests(PREFIX + command))
                .extracting(request -> request.operation() + " " + request.key())
                .containsExactly(expected.split(", ", -1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"SET\" \"a\" \"v\" \"EX\" \"60\" | 60000",
                "\"SET\" \"a\" \"v\" \"NX\" \"px\" \"1500\" | 1500",
                "\"SET\" \"a\" \"v\" \"EXAT\" \"1700000010\" | 10000",
                "\"SET\" \"a\" \"v\" \"PXAT\" \"1700000010500\" | 10500",
                "\"SETEX\" \"a\" \"5\" \"v\" | 5000",
                "\"PSETEX\" \"a\" \"5\" \"v\" | 5",
                "\"GETEX\" \"a\" \"EX\" \"7\" | 7000",
            })
    void timesToLiveAreTaken(String command, long millis) throws TrafficException {
        assertThat(requests(PREFIX + command))
                .extracting(Request::timeToLive)
                .containsExactly(Duration.ofMillis(millis));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "\"SET\" \"a\" \"v\"",
                "\"SET\" \"a\" \"EX\"",
                "\"SET\" \"a\" \"v\" \"KEEPTTL\"",
                "\"SET\" \"a\" \"v\" \"EX\" \"0\"",
                "\"SET\" \"a\" \"v\" \"EX\" \"-1\"",
                "\"SET\" \"a\" \"v\" \"EX\" \"1000000000000\"",
                "\"SET\" \"a\" \"v\" \"EX\" \"99999999999999999999\"",
                "\"SET\" \"a\" \"v\" \"EX\" \"soon\"",
                "\"SET\" \"a\" \"v\" \"EXAT\" \"1600000000\"",
                "\"GETEX\" \"a\" \"PERSIST\"",
            })
    void withoutATimeToLiveThatRedisTakesThereIsNone(String command) throws TrafficException {
        assertThat(requests(PREFIX + command))
                .extracting(Request::timeToLive)
                .containsOnlyNulls()
                .hasSize(1);
    }

    @Test
    void sizesAreTheBytesMeant() throws TrafficException {
        var text =
                PREFIX
                        + "\"SET\" \"a\" \"\\x80\\x04}\\x94.\\n\\\"\\\\\"\n"
                        + PREFIX
                        + "\"SETEX\" \"a\" \"5\" \"12345\"\n"
                        + PREFIX
                        + "\"MSET\" \"a\" \"1\" \"b\" \"22\"\n"
                        + PREFIX
                        + "\"GET\" \"a\"\n";
        assertThat(requests(text)).extracting(Request::size).containsExactly(8L, 5L, 1L, 2L, -1L);
    }

    @Test
    void escapesInKeysAreUndoneWhereTheBytesAreText() throws TrafficException {
        var text =
                PREFIX
                        + "\"GET\" \"\\xc3\\xbc \\\"q\\\" \\\\ \\n\\r\\t\\a\\b\\x00\"\n"
                        + PREFIX
                        + "\"GET\" \"\\xff\\xfe\"\n";
        assertThat(requests(text))
                .extracting(Request::key)
                .containsExactly("\u00FC \"q\" \\ \n\r\t\u0007\b\0", "\\xff\\xfe");
    }

    @Test
    void whatScriptsDoIsPassedOver() throws TrafficException {
        var text = "1700000000.000000 [0 lua] \"SET\" \"a\" \"1\"\n" + PREFIX + "\"GET\" \"b\"\n";
        assertThat(requests(text)).extracting(Request::key).containsExactly("b");
    }

    @Test
    void transactionsAreTheirCommands() throws TrafficException {
        var text = PREFIX + "\"MULTI\"\n" + PREFIX + "\"INCR\" \"a\"\n" + PREFIX + "\"EXEC\"\n";
        assertThat(requests(text))
                .containsExactly(
                        new Request(
                                0, Operation.WRITE, "a", -1, "127.0.0.1:5000", null, List.of()));
    }

    @Test
    void otherCommandsAreCountedByNameAndTheirSecretsAreNotShown() throws TrafficException {
        var text =
                PREFIX
                        + "\"AUTH\" \"user\" \"sesame\"\n"
                        + PREFIX
                        + "\"HELLO\" \"3\" \"AUTH\" \"user\" \"sesame\"\n"
                        + PREFIX
                        + "\"EXPIRE\" \"a\" \"5\"\n"
                        + PREFIX
                        + "\"expire\" \"a\" \"5\"\n"
                        + PREFIX
                        + "\"my sesame\"\n"
                        + PREFIX
                        + "\"GET\" \"a\"\n";
        assertThat(requests(text)).extracting(Request::key).containsExactly("a");
        assertThat(Recordings.remarks(text, ReadingOptions.DEFAULT))
                .containsExactly(
                        "Passed over 5 commands that neither read nor change the value of a key:"
                                + " EXPIRE 2, AUTH 1, HELLO 1, others 1.");
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "\"AUTH\" \"sesame",
                "\"AUTH\" \"sesame\"x",
                "\"AUTH\" sesame",
                "AUTH sesame",
                "",
            })
    void aMalformedLineIsRefusedWithoutItsArguments(String command) {
        assertThatThrownBy(() -> requests("OK\n" + PREFIX + command))
                .isInstanceOf(TrafficException.class)
                .hasMessageStartingWith("recording, line 2: expected ")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void aTimeALittleBehindIsMovedToTheLatestOne() throws TrafficException {
        var text =
                "1700000002.0 [0 c:1] \"GET\" \"a\"\n1700000001.5 [0 c:1] \"GET\" \"b\"\n1700000003.0 [0 c:1] \"GET\" \"c\"\n";
        assertThat(requests(text)).extracting(Request::at).containsExactly(0L, 0L, 1_000_000_000L);
        assertThat(Recordings.remarks(text, ReadingOptions.DEFAULT))
                .containsExactly("Times out of order, moved to the latest one before them: 1.");
    }

    @Test
    void aTimeFarBehindIsRefusedWithBoth() {
        var text = "1700000002.0 [0 c:1] \"GET\" \"a\"\n1700000000.5 [0 c:1] \"GET\" \"b\"\n";
        assertThatThrownBy(() -> requests(text))
                .hasMessage(
                        "recording, line 2: time: expected a time not before 1700000002 s, the one of an earlier line"
                                + " (up to 1 s of disorder is allowed), found 1700000000.5 s");
    }

    @Test
    void equalKeysOfSeveralDatabasesAreRemarkedOn() throws TrafficException {
        var text = PREFIX + "\"GET\" \"a\"\n1700000000.0 [3 c:1] \"GET\" \"a\"\n";
        assertThat(Recordings.remarks(text, ReadingOptions.DEFAULT))
                .containsExactly("Equal keys of the databases 0, 3 are not told apart.");
    }

    private static Request read(long at, String key, String client) {
        return new Request(at, Operation.READ, key, -1, client, null, List.of());
    }
}
