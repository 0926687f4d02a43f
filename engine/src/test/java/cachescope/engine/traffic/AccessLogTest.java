package cachescope.engine.traffic;

import static cachescope.engine.traffic.Recordings.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessLogTest {

    @Test
    void commonAndCombinedLinesAreRead() throws TrafficException {
        var text =
                """
                127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /a.gif?x=1&y=2 HTTP/1.0" 200 2326
                2001:db8::7 - john doe [10/Oct/2000:21:55:38 +0100] "POST /b HTTP/1.1" 302 - "http://[::1]/" "Agent \\"x\\" [1]"
                """;
        assertThat(requests(text))
                .containsExactly(
                        new Request(
                                0,
                                Operation.READ,
                                "/a.gif?x=1&y=2",
                                2326,
                                "127.0.0.1",
                                null,
                                List.of()),
                        new Request(
                                2_000_000_000,
                                Operation.WRITE,
                                "/b",
                                -1,
                                "2001:db8::7",
                                null,
                                List.of()));
    }

    @ParameterizedTest(name = "{0} is a {1}")
    @CsvSource({
        "GET, READ",
        "HEAD, READ",
        "PUT, WRITE",
        "POST, WRITE",
        "PATCH, WRITE",
        "DELETE, DELETE"
    })
    void methodsBecomeOperations(String method, Operation operation) throws TrafficException {
        assertThat(requests(line("10:00:00", method + " /a HTTP/1.1")))
                .extracting(Request::operation)
                .containsExactly(operation);
    }

    @Test
    void otherMethodsAndWhatIsNoHttpAreCounted() throws TrafficException {
        var text =
                line("10:00:00", "OPTIONS * HTTP/1.1")
                        + line("10:00:00", "\\x16\\x03\\x01\\x02 \\x00")
                        + line("10:00:00", "-")
                        + line("10:00:00", "")
                        + line("10:00:01", "GET /a HTTP/1.1");
        assertThat(requests(text)).extracting(Request::key).containsExactly("/a");
        assertThat(Recordings.remarks(text, ReadingOptions.DEFAULT))
                .containsExactly(
                        "Passed over 4 requests that neither read nor write: others 3, OPTIONS 1.");
    }

    @Test
    void escapesInTheTargetAreUndone() throws TrafficException {
        assertThat(requests(line("10:00:00", "GET /\\xc3\\xbc\\\"\\\\ HTTP/1.1")))
                .extracting(Request::key)
                .containsExactly("/\u00FC\"\\");
    }

    @Test
    void theRequestsOfASecondAreSpreadOverIt() throws TrafficException {
        var text =
                line("10:00:00", "GET /a HTTP/1.1")
                        + line("10:00:01", "GET /b HTTP/1.1")
                        + line("10:00:01", "GET /c HTTP/1.1")
                        + line("10:00:01", "GET /d HTTP/1.1")
                        + line("10:00:01", "GET /e HTTP/1.1")
                        + line("10:00:03", "GET /f HTTP/1.1");
        assertThat(requests(text))
                .extracting(request -> request.at() / 1_000_000)
                .containsExactly(0L, 1000L, 1250L, 1500L, 1750L, 3000L);
    }

    @Test
    void aSecondWithTooManyRequestsKeepsThemAtItsBeginning() throws TrafficException {
        int many = WithinSeconds.MOST_OF_A_SECOND + 5;
        var text =
                line("10:00:00", "GET /a HTTP/1.1").repeat(many)
                        + line("10:00:01", "GET /b HTTP/1.1");
        assertThat(requests(text))
                .hasSize(many + 1)
                .extracting(Request::at)
                .containsOnly(0L, 1_000_000_000L);
    }

    @Test
    void aSecondWithVeryLongKeysKeepsThemAtItsBeginning() throws TrafficException {
        var text = line("10:00:00", "GET /" + "a".repeat(1_000_000) + " HTTP/1.1").repeat(5);
        assertThat(requests(text)).hasSize(5).extracting(Request::at).containsOnly(0L);
    }

    @Test
    void linesUpToAMinuteOutOfOrderAreMoved() throws TrafficException {
        var text = line("10:01:00", "GET /a HTTP/1.1") + line("10:00:00", "GET /b HTTP/1.1");
        assertThat(requests(text)).extracting(Request::at).containsExactly(0L, 500_000_000L);
    }

    @Test
    void linesFurtherOutOfOrderAreRefused() {
        var text = line("10:01:01", "GET /a HTTP/1.1") + line("10:00:00", "GET /b HTTP/1.1");
        assertThatThrownBy(() -> requests(text))
                .hasMessage(
                        "recording, line 2: date: expected a time not before 1769853661 s, the one of an earlier line"
                                + " (up to 60 s of disorder is allowed), found 1769853600 s");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "rubbish",
                "a - - [31/Jan/2026:10:00:00 +0000] GET /a",
                "a - - [31/Foo/2026:10:00:00 +0000] \"GET /a HTTP/1.1\" 200 1",
                "a - - [31/Feb/2026:25:00:00 +0000] \"GET /a HTTP/1.1\" 200 1",
                "a - - [31/Jan/2026:10:00:00 +0000] \"GET /a HTTP/1.1",
                "a - - [31/Jan/2026:10:00:00 +0000] \"GET /a HTTP/1.1\" OK 1",
                "a - - [31/Jan/2026:10:00:00 +0000] \"GET /a HTTP/1.1\" 200",
                "a - - [31/Jan/2026:10:00:00 +0000] \"GET /a HTTP/1.1\" 200 many",
                "a - - [31/Jan/2026:10:00:00 +0000] \"GET /a HTTP/1.1\" 200 1000000000000",
            })
    void aMalformedLineIsRefusedByNumber(String line) {
        assertThatThrownBy(() -> requests(line("09:00:00", "GET /a HTTP/1.1") + line))
                .isInstanceOf(TrafficException.class)
                .hasMessageStartingWith("recording, line 2: ")
                .hasMessageContaining("expected ");
    }

    private static String line(String time, String request) {
        return "192.0.2.7 - - [31/Jan/2026:" + time + " +0000] \"" + request + "\" 200 512\n";
    }
}
