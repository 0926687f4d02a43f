package cachescope.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class BadTrafficTest {
    private static final String GOOD = "{\"at\":0,\"op\":\"READ\",\"key\":\"a\"}\n";

    @TempDir Path folder;

    @Test
    void whatIsNotThereOrNoFileOrEmptyIsRefused() throws Exception {
        replay(folder.resolve("missing")).assertRefused(2, "missing does not exist: expected a file of recorded traffic");
        replay(folder).assertRefused(2, " is a folder: expected a file of recorded traffic");
        replay(file("")).assertRefused(2, " is empty: expected at least one request");
        replay(file("\n\n")).assertRefused(2, "traffic");
    }

    @Test
    void binaryRubbishIsRefused() throws Exception {
        var bytes = new byte[5000];
        new Random(3).nextBytes(bytes);

        replay(file(bytes)).assertRefused(2, "expected UTF-8 text, found bytes that are not UTF-8");
    }

    @Test
    void aTruncatedGzipIsRefusedAfterTheLineThatWasWhole() throws Exception {
        var whole = folder.resolve("whole.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            var random = new Random(3);
            for (int i = 0; i < 5000; i++) {
                out.write("{\"at\":%d,\"op\":\"READ\",\"key\":\"%x\"}\n".formatted(i, random.nextLong()).getBytes(UTF_8));
            }
        }
        var bytes = Files.readAllBytes(whole);

        replay(file(bytes.length / 2, bytes))
                .assertRefused(2, "is cut off: its compressed content ends in the middle");
        replay(file(12, bytes)).assertRefused(2, "is cut off");
    }

    @Test
    void aLineOfTenMegabytesIsRefusedByItsNumber() throws Exception {
        replay(file(GOOD + "{\"op\":\"READ\",\"key\":\"" + "x".repeat(10_000_000) + "\"}\n"))
                .assertRefused(2, "line 2: expected a line of at most 8388608 bytes, found a longer one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"at":1,"op":                                        | line 2: expected a JSON object such as
                    {"at":1,"op":"FROB","key":"a"}                       | line 2: op: expected READ, WRITE or DELETE, found "FROB"
                    {"at":-1,"op":"READ","key":"a"}                      | line 2: at: expected a time of 0 or more, found "-1"
                    {"at":"soon","op":"READ","key":"a"}                  | line 2: at: expected
                    {"at":1e300,"op":"READ","key":"a"}                   | line 2: at: expected
                    {"at":1,"op":"READ"}                                 | line 2: 
                    {"at":1,"op":"WRITE","key":"a","size":1000000000000} | line 2: size: expected at most 67108864 bytes (64 MB), found "1000000000000"
                    {"at":1,"op":"WRITE","key":"a","size":-5}            | line 2: size: expected
                    {"at":1,"op":"READ","key":"a","ttl":-1}              | line 2: ttl: expected 0 (none) or more seconds, found "-1"
                    {"at":1,"op":"READ","key":"a","ttl":1000000000000}   | line 2: ttl: expected at most 100 years in seconds, found "1000000000000"
                    """)
    void aBadLineIsRefusedByItsNumberAndField(String line, String sentence) throws Exception {
        replay(file(GOOD + line + "\n" + GOOD)).assertRefused(2, sentence);
    }

    @Test
    void timesThatGoBackwardsAreRefused() throws Exception {
        replay(file("{\"at\":5,\"op\":\"READ\",\"key\":\"a\"}\n{\"at\":1,\"op\":\"READ\",\"key\":\"a\"}\n"))
                .assertRefused(2, "line 2: at: expected a time not before 5 s, the one of an earlier line, found 1 s");
    }

    @Test
    void badLinesCanBePassedOverAndAreCounted() throws Exception {
        var traffic = file(GOOD + "rubbish\n" + GOOD + "more\n");

        var ended = replay(traffic, "--skip-bad", "2", "--json").assertDone();
        var report = JsonMapper.shared().readTree(ended.output());
        assertThat(report.get("requests").asLong()).isEqualTo(2);
        assertThat(report.get("warnings").toString()).contains("Passed over 2 bad lines", "line 2");
        replay(traffic, "--skip-bad", "1").assertRefused(2, "line 4: ");
    }

    @Test
    void whatIsWrittenBeforeABadLineIsNotLost() throws Exception {
        var events = folder.resolve("events.jsonl");
        replay(file(GOOD + "{\"at\":1,\"op\":\"WRITE\",\"key\":\"a\"}\nrubbish\n"), "--events", events.toString(), "--pattern", "write-behind")
                .assertRefused(2, "line 3: ");

        assertThat(Files.readString(events)).contains("\"BatchFlushed\"").contains("\"type\":\"RunEnded\"").endsWith("}\n");
    }

    private Program replay(Path traffic, String... options) {
        var arguments = new ArrayList<>(List.of("replay", "--traffic", traffic.toString()));
        arguments.addAll(List.of(options));
        return Program.run(arguments.toArray(String[]::new));
    }

    private Path file(String content) throws IOException {
        return file(content.getBytes(UTF_8));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("traffic"), content);
    }

    private Path file(int length, byte[] content) throws IOException {
        return file(Arrays.copyOf(content, length));
    }
}
