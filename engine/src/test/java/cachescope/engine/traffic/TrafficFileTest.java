package cachescope.engine.traffic;

import static cachescope.engine.traffic.Recordings.gzip;
import static cachescope.engine.traffic.Recordings.requests;
import static cachescope.engine.traffic.Recordings.rest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.Operation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrafficFileTest {
    private static final String LINES =
            IntStream.range(0, 5_000)
                    .mapToObj(
                            n -> "{\"at\":" + n + ",\"op\":\"READ\",\"key\":\"k" + n % 70 + "\"}\n")
                    .collect(Collectors.joining());

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("some.traffic");
    }

    @Test
    void aFileCanBeReadManyTimes() throws IOException, TrafficException {
        Files.writeString(file, LINES);
        var traffic = TrafficFile.of(file.toString(), ReadingOptions.DEFAULT);
        assertThat(traffic.name()).isEqualTo("some.traffic");
        assertThat(traffic.format()).isEqualTo("jsonl");
        assertThat(requests(traffic)).hasSize(5_000).isEqualTo(requests(traffic));
    }

    @Test
    void gzipIsToldByContentAndProgressCountsCompressedBytes()
            throws IOException, TrafficException {
        Files.write(file, gzip(LINES.getBytes(StandardCharsets.UTF_8)));
        var traffic = TrafficFile.of(file, ReadingOptions.DEFAULT);
        try (var stream = traffic.open()) {
            assertThat(rest(stream)).hasSize(5_000);
            assertThat(stream.bytesRead()).isEqualTo(Files.size(file));
        }
        assertThat(traffic.totalBytes()).hasValue(Files.size(file));
    }

    @Test
    void gzipInSeveralMembersIsReadToItsEnd() throws IOException, TrafficException {
        var first =
                gzip("{\"at\":0,\"op\":\"READ\",\"key\":\"a\"}\n".getBytes(StandardCharsets.UTF_8));
        var second =
                gzip("{\"at\":1,\"op\":\"READ\",\"key\":\"b\"}\n".getBytes(StandardCharsets.UTF_8));
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        Files.write(file, both);
        assertThat(requests(TrafficFile.of(file, ReadingOptions.DEFAULT))).hasSize(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "jsonl | {\"op\":\"READ\",\"key\":\"a\"}",
                "redis-monitor | OK",
                "redis-monitor | 1339518083.107412 [0 127.0.0.1:60866] \"keys\" \"*\"",
                "access-log | 127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] \"GET /a HTTP/1.0\" 200 2326",
                "csv | time,op,key",
                "csv | KEY",
            })
    void formatsAreRecognisedByTheirFirstLine(String format, String line) throws TrafficException {
        assertThat(Recordings.traffic("\n" + line + "\n", ReadingOptions.DEFAULT).format())
                .isEqualTo(format);
    }

    @Test
    void aChosenFormatIsNotRecognisedAgain() throws TrafficException {
        var options = ReadingOptions.DEFAULT.withFormat(Format.JSONL).withSkipBad(1);
        assertThat(requests("# a comment\n" + LINES, options)).hasSize(5_000);
    }

    @Test
    void whatIsInNoKnownFormatIsRefused() {
        assertThatThrownBy(() -> requests("the key to it all\n"))
                .hasMessage(
                        "recording, at its beginning: expected one of the formats "
                                + Format.labels()
                                + ", found \"the key to it all\"");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(() -> TrafficFile.of(file, ReadingOptions.DEFAULT))
                .hasMessage(file + " does not exist: expected a file of recorded traffic");
    }

    @Test
    void aNameThatNoFileCanHaveIsRefused() {
        assertThatThrownBy(() -> TrafficFile.of("a\0b", ReadingOptions.DEFAULT))
                .isInstanceOf(TrafficException.class)
                .hasMessage("\"a.b\" is no name of a file: Nul character not allowed");
    }

    @Test
    void aFolderIsRefused() {
        assertThatThrownBy(() -> TrafficFile.of(folder, ReadingOptions.DEFAULT))
                .hasMessage(folder + " is a folder: expected a file of recorded traffic");
    }

    @ParameterizedTest(name = "bytes {0}")
    @CsvSource({
        "'', is empty: expected at least one request",
        "0A0A, holds no request: its beginning is blank",
        "7F454C46000102, 'is binary: expected one of the formats jsonl, redis-monitor, access-log, twitter, cloudphysics, csv, address, arc, adaptsize, lirs, oracle-general, cache2k, keys'",
        "C3280A, ', at its beginning: expected UTF-8 text, found bytes that are not UTF-8'",
        "FFFE7B000A00, is text in UTF-16: expected UTF-8",
        "425A6839, 'is compressed with bzip2: expected gzip, xz, zstd or nothing'",
        "504B0304, 'is compressed with zip: expected gzip, xz, zstd or nothing'",
        "FD377A585A00, is cut off: its compressed content ends in the middle",
        "28B52FFD2400, is cut off: its compressed content ends in the middle",
        "1F8B, is cut off: its compressed content ends in the middle"
    })
    void whatIsNoTextIsRefused(String hex, String clause) throws IOException {
        Files.write(file, HexFormat.of().parseHex(hex));
        assertThatThrownBy(() -> TrafficFile.of(file, ReadingOptions.DEFAULT))
                .isInstanceOf(TrafficException.class)
                .hasMessage(file + (clause.startsWith(",") ? clause : " " + clause));
    }

    @ParameterizedTest
    @EnumSource
    void compressedContentIsRead(Recordings.Packing packing) throws IOException, TrafficException {
        Files.write(file, packing.pack(LINES.getBytes(StandardCharsets.UTF_8)));
        assertThat(requests(TrafficFile.of(file, ReadingOptions.DEFAULT))).hasSize(5_000);
    }

    @ParameterizedTest
    @EnumSource
    void compressedContentThatEndsInTheMiddleIsRefused(Recordings.Packing packing)
            throws IOException {
        var whole = packing.pack(LINES.getBytes(StandardCharsets.UTF_8));
        Files.write(file, Arrays.copyOf(whole, whole.length - 20));
        assertThatThrownBy(() -> requests(TrafficFile.of(file, ReadingOptions.DEFAULT)))
                .isInstanceOf(TrafficException.class)
                .hasMessageMatching(
                        ".*some.traffic(, after line \\d+,)? is cut off: its compressed content ends in the middle");
    }

    @ParameterizedTest
    @EnumSource
    void damagedCompressedContentIsRefused(Recordings.Packing packing) throws IOException {
        var bytes = packing.pack(LINES.getBytes(StandardCharsets.UTF_8));
        bytes[bytes.length - 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> requests(TrafficFile.of(file, ReadingOptions.DEFAULT)))
                .isInstanceOf(TrafficException.class)
                .hasMessageContaining("is damaged: expected " + packing.label() + ", found");
    }

    @Test
    void aBadLineInTheMiddleIsRefusedByNumber() {
        var text = LINES + "rubbish\n" + LINES;
        assertThatThrownBy(() -> requests(text))
                .hasMessageStartingWith("recording, line 5001: expected a JSON object")
                .hasMessageEndingWith("found \"rubbish\" (Unrecognized token 'rubbish')");
    }

    @Test
    void soManyBadLinesAsAllowedArePassedOverAndTold() throws TrafficException {
        var options = ReadingOptions.DEFAULT.withSkipBad(2);
        var text =
                "{\"op\":\"READ\",\"key\":\"a\"}\n{\"op\":\"READ\"}\n{\"op\":\"WRITE\",\"key\":\"b\"}\n{}\n";
        assertThat(requests(text, options)).extracting(Request::key).containsExactly("a", "b");
        assertThat(Recordings.remarks(text, options))
                .containsExactly(
                        "Passed over 2 bad lines, the first is line 2: key: expected a string, found no such field.");
    }

    @Test
    void oneBadLineMoreThanAllowedIsRefused() {
        var text = "{\"op\":\"READ\",\"key\":\"a\"}\n{}\n{}\n";
        assertThatThrownBy(() -> requests(text, ReadingOptions.DEFAULT.withSkipBad(1)))
                .hasMessage(
                        "recording, line 3: op: expected READ, WRITE or DELETE, found no such field"
                                + " (1 bad line passed over before)");
    }

    @Test
    void aRecordingOfBadLinesAloneHoldsNoRequest() {
        assertThatThrownBy(() -> requests("{}\n", ReadingOptions.DEFAULT.withSkipBad(5)))
                .hasMessage(
                        "recording holds no request: passed over 1 bad line, the first is line 1: op: expected READ, WRITE or DELETE,"
                                + " found no such field");
    }

    @Test
    void aHeaderAloneHoldsNoRequest() {
        assertThatThrownBy(() -> requests("at,key\n")).hasMessage("recording holds no request");
    }

    @Test
    void aLineOfTenMegabytesIsRefusedAndCanBePassedOver() throws TrafficException {
        var text =
                LINES
                        + "{\"op\":\"READ\",\"key\":\""
                        + "x".repeat(10 << 20)
                        + "\"}\n"
                        + "{\"at\":9999,\"op\":\"READ\",\"key\":\"z\"}";
        assertThatThrownBy(() -> requests(text))
                .hasMessage(
                        "recording, line 5001: expected a line of at most 8388608 bytes, found a longer one");
        assertThat(requests(text, ReadingOptions.DEFAULT.withSkipBad(1))).hasSize(5_001);
    }

    @Test
    void aKeyAboveTheLimitIsRefused() {
        var text = "{\"op\":\"READ\",\"key\":\"" + "x".repeat((1 << 20) + 1) + "\"}";
        assertThatThrownBy(() -> requests(text))
                .hasMessageStartingWith(
                        "recording, line 1: key: expected at most 1048576 characters, found 1048577 that begin with \"xxx");
    }

    @Test
    void invalidUtf8IsRefusedByLine() throws IOException, TrafficException {
        var bytes =
                (LINES + "{\"op\":\"READ\",\"key\":\"\u00FC\"}\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, bytes);
        var traffic = TrafficFile.of(file, ReadingOptions.DEFAULT);
        assertThatThrownBy(() -> requests(traffic))
                .hasMessage(
                        file + ", line 5001: expected UTF-8 text, found bytes that are not UTF-8");
    }

    @Test
    void whatPassesByIsReadOnce() throws TrafficException {
        var traffic = Recordings.traffic(LINES, ReadingOptions.DEFAULT);
        assertThat(traffic.totalBytes()).isEmpty();
        assertThat(requests(traffic)).hasSize(5_000);
        assertThatThrownBy(traffic::open)
                .hasMessage("recording can be read only once: save it to a file to read it again");
    }

    @Test
    void whoWaitsForAPipeCanBeToldToStop() throws Exception {
        var line = "{\"at\":1,\"op\":\"READ\",\"key\":\"a\"}\n";
        var traffic = TrafficFile.of("pipe", new SilentPipe(line), ReadingOptions.DEFAULT);
        var told = new CompletableFuture<Boolean>();
        var waiting =
                Thread.startVirtualThread(() -> {
                    try (var stream = traffic.open()) {
                        assertThat(stream.next()).isPresent();
                        assertThat(stream.next()).isEmpty();
                        told.complete(Thread.currentThread().isInterrupted());
                    } catch (TrafficException | AssertionError wrong) {
                        told.completeExceptionally(wrong);
                    }
                });
        waiting.interrupt();

        assertThat(told.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatFailsWhileItPassesByIsSaid() throws TrafficException {
        var failing =
                new SequenceInputStream(
                        new ByteArrayInputStream(LINES.getBytes(StandardCharsets.UTF_8)),
                        new BrokenPipe());
        var traffic = TrafficFile.of("pipe", failing, ReadingOptions.DEFAULT);

        assertThatThrownBy(() -> requests(traffic))
                .isInstanceOf(TrafficException.class)
                .hasMessage("pipe, after line 5000, cannot be read: the other end is gone");
    }

    private static final class BrokenPipe extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the other end is gone");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }
    }

    /** Hands out one line and then keeps its reader waiting, whatever that one is told. */
    private static final class SilentPipe extends InputStream {
        private final Semaphore never = new Semaphore(0);
        private final byte[] line;
        private int next;

        SilentPipe(String line) {
            this.line = line.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            if (next == line.length) {
                never.acquireUninterruptibly();
            }
            return line[next++];
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            into[offset] = (byte) read();
            return 1;
        }
    }

    @Test
    void aPipeIsNotWaitedForBeyondItsFirstLine() throws TrafficException {
        var pipe = new OneLineThenFailure("{\"at\":3,\"op\":\"READ\",\"key\":\"a\"}\n");
        try (var stream = TrafficFile.of("pipe", pipe, ReadingOptions.DEFAULT).open()) {
            assertThat(stream.next()).contains(Request.of(3_000_000_000L, Operation.READ, "a"));
            assertThatThrownBy(stream::next)
                    .hasMessage("pipe, after line 1, cannot be read: nothing more yet");
        }
    }

    /** Stands for a pipe whose writer is still busy: whoever reads on too early fails. */
    private static final class OneLineThenFailure extends InputStream {
        private final ByteArrayInputStream line;

        OneLineThenFailure(String line) {
            this.line = new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() throws IOException {
            if (line.available() == 0) {
                throw new IOException("nothing more yet");
            }
            return line.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            bytes[offset] = (byte) read();
            return 1 + Math.max(0, line.read(bytes, offset + 1, length - 1));
        }
    }
}
