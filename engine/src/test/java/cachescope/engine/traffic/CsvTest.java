package cachescope.engine.traffic;

import static cachescope.engine.traffic.Recordings.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.Operation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void theHeaderNamesTheColumnsInAnyOrderAndCase() throws TrafficException {
        var text =
                """
                Key,note,TTL,client,size,OP,at
                user:7,hello,60,c1,512,WRITE,1.25
                user:8,,,,,get,2
                """;
        assertThat(requests(text))
                .containsExactly(
                        new Request(
                                1_250_000_000,
                                Operation.WRITE,
                                "user:7",
                                512,
                                "c1",
                                Duration.ofSeconds(60),
                                List.of()),
                        Request.of(2_000_000_000, Operation.READ, "user:8"));
    }

    @ParameterizedTest(name = "delimiter {0}")
    @ValueSource(strings = {",", ";", "\t", "|", " ", "^", ":"})
    void anyDelimiterIsFoundOut(String delimiter) throws TrafficException {
        var text = "at,op,key\n1,DELETE,a\n".replace(",", delimiter);
        assertThat(requests(text))
                .containsExactly(Request.of(1_000_000_000, Operation.DELETE, "a"));
    }

    @Test
    void withoutOperationAllAreReadsAndWithoutTimeTheyAreSpacedEvenly() throws TrafficException {
        assertThat(requests("key\na\nb\nc\n", ReadingOptions.DEFAULT.withRate(3)))
                .containsExactly(
                        Request.of(0, Operation.READ, "a"),
                        Request.of(333_333_333, Operation.READ, "b"),
                        Request.of(666_666_666, Operation.READ, "c"));
    }

    @Test
    void columnsCanBeGivenByNumberWhereThereIsNoHeader() throws TrafficException {
        var options = ReadingOptions.DEFAULT.withColumns(CsvColumns.parse("at=0,key=2,op=1"));
        var text = "0.5;set;user:7;x\n0.75;del;user:7;y\n";
        assertThat(requests(text, options))
                .containsExactly(
                        Request.of(500_000_000, Operation.WRITE, "user:7"),
                        Request.of(750_000_000, Operation.DELETE, "user:7"));
    }

    @Test
    void quotedFieldsHoldDelimitersQuotesAndSpaces() throws TrafficException {
        assertThat(requests("op,key\nREAD,\" a,\"\"b\"\" \"\nREAD, c \n"))
                .extracting(Request::key)
                .containsExactly(" a,\"b\" ", " c ");
    }

    @ParameterizedTest(name = "{0} then {1}")
    @CsvSource({
        "1700000000, 1700000000.25",
        "1700000000000, 1700000000250",
        "1700000000000000, 1700000000250000",
        "1700000000000000000, 1700000000250000000",
        "2026-01-31T12:00:00Z, 2026-01-31T13:00:00.25+01:00"
    })
    void theTimesOfAClockCountFromTheFirst(String first, String second) throws TrafficException {
        assertThat(requests("timestamp,key\n" + first + ",a\n" + second + ",b\n"))
                .extracting(Request::at)
                .containsExactly(0L, 250_000_000L);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "at,key | NaN,a | at: expected a number, found \"NaN\"",
                "at,key | ,a | at: expected a number of seconds, found an empty field",
                "at,key | -1,a | at: expected a time of 0 or more, found \"-1\"",
                "at,key | 1, | key: expected a key, found an empty field",
                "at,key | 1 | expected at least 2 fields, found 1",
                "op,key | FROB,a | op: expected READ, WRITE or DELETE, found \"FROB\"",
                "op,key | ,a | op: expected READ, WRITE or DELETE, found an empty field",
                "size,key | 1e12,a | size: expected at most 67108864 bytes (64 MB), found \"1E+12\"",
                "ttl,key | -1,a | ttl: expected 0 (none) or more seconds, found \"-1\"",
                "time,key | 2026-01-31T12:00:00,a | time: expected seconds, or a time such as 2026-01-31T12:00:00Z, found \"2026-01-31T12:00:00\"",
                "op,key | READ,\"a | expected the double quote at column 6 to be closed on its line",
                "op,key | READ,\"a\"b | expected a delimiter after the double quote at column 8",
            })
    void aBadFieldIsNamedWithWhatWasExpected(String header, String line, String clause) {
        assertThatThrownBy(() -> requests(header + "\n" + line + "\n"))
                .isInstanceOf(TrafficException.class)
                .hasMessage("recording, line 2: " + clause);
    }

    @Test
    void timesThatGoBackAreRefusedWithBoth() {
        assertThatThrownBy(() -> requests("time,key\n20,a\n10.5,b\n"))
                .hasMessage(
                        "recording, line 3: time: expected a time not before 20 s, the one of an earlier line, found 10.5 s");
    }

    @Test
    void aLineWithTooFewFieldsForTheGivenColumnsIsRefused() {
        var options = ReadingOptions.DEFAULT.withColumns(CsvColumns.parse("key=2"));
        assertThatThrownBy(() -> requests("a,b\n", options))
                .hasMessage(
                        "recording, line 1: expected at least 3 fields with a delimiter between them, found \"a,b\"");
    }

    @Test
    void aHeaderWithoutKeyIsRefusedWhereCsvWasChosen() {
        var options = ReadingOptions.DEFAULT.withFormat(Format.CSV);
        assertThatThrownBy(() -> requests("time,name\n1,a\n", options))
                .hasMessage(
                        "recording, line 1: expected a header that names a column key (and others of at, time, op, size,"
                                + " client, ttl), found \"time,name\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "at=0 | columns: expected one for the key, as in key=0",
                "key | columns: expected names (at, time, op, key, size, client, ttl) and numbers, such as at=0,key=2, found \"key\"",
                "key=-1 | columns: expected names (at, time, op, key, size, client, ttl) and numbers, such as at=0,key=2, found \"key=-1\"",
                "key=0,frob=1 | columns: expected names (at, time, op, key, size, client, ttl) and numbers, such as at=0,key=2, found \"frob=1\"",
                "key=0,key=1 | columns: expected each name once, found \"key=1\" again",
            })
    void columnsThatMakeNoSenseAreRefused(String text, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvColumns.parse(text))
                .withMessage(sentence);
    }
}
