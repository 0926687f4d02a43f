package cachescope.engine.traffic;

import static cachescope.engine.traffic.Recordings.keys;
import static cachescope.engine.traffic.Recordings.requests;
import static cachescope.engine.traffic.Recordings.traffic;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.Operation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formats in which traces of other people's caches are found. */
class TraceFormatsTest {
    private static final ReadingOptions PLAIN = ReadingOptions.DEFAULT;

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of(Format.JSONL, bytes("{\"op\":\"READ\",\"key\":\"a\"}\n")),
                Arguments.of(
                        Format.REDIS_MONITOR,
                        bytes("1339518083.107412 [0 ::1:6086] \"GET\" \"a\"\n")),
                Arguments.of(
                        Format.ACCESS_LOG,
                        bytes("::1 - - [10/Oct/2000:13:55:36 -0700] \"GET /a HTTP/1.0\" 200 2\n")),
                Arguments.of(Format.TWITTER, bytes("0,key,3,20,1,get,0\n0,b,1,0,1,set,60\n")),
                Arguments.of(
                        Format.CLOUDPHYSICS,
                        bytes("version,time,op,size,lbn\n1,5633898,2a,512,42932745\n")),
                Arguments.of(Format.CSV, bytes("time;op;key\n1;READ;a\n")),
                Arguments.of(Format.ADDRESS, bytes("s 0x1fffff50 1\nl 0x1fffff58 1\n")),
                Arguments.of(Format.ARC, bytes("42932745 64 0 0\n")),
                Arguments.of(Format.ADAPTSIZE, bytes("1 0 68\n2 1 7454\n")),
                Arguments.of(Format.LIRS, bytes("*\r\n17\r\n\r\n4\r\n")),
                Arguments.of(Format.LIRS, bytes("17")),
                Arguments.of(Format.CACHE2K, ints(0, 1, -1, 2, 0)),
                Arguments.of(Format.CACHE2K, ints(8_000_000)),
                Arguments.of(Format.CACHE2K, flagged()),
                Arguments.of(Format.ORACLE_GENERAL, oracle(5_633_898, 42, 512, 2)),
                Arguments.of(
                        Format.ORACLE_GENERAL,
                        join(oracle(0, 1, 4096, 1), oracle(0, 1, 4096, Long.MAX_VALUE))),
                Arguments.of(Format.KEYS, bytes("user:7\nuser:8\n")),
                Arguments.of(Format.KEYS, bytes("1\nuser:8\n")));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("samples")
    void aSampleIsRecognisedAsItselfAndReadsBothWays(Format format, byte[] sample)
            throws TrafficException {
        assertThat(traffic(sample, PLAIN).format()).isEqualTo(format.label());
        assertThat(requests(traffic(sample, PLAIN))).hasSameSizeAs(keys(traffic(sample, PLAIN)));
    }

    @ParameterizedTest(name = "bytes {0}")
    @ValueSource(
            strings = {
                "524946460000000057415645", // RIFF....WAVE
                "7F454C460201010000000000", // ELF
                "89504E470D0A1A0A0000000D", // PNG
                "006B00650079002C006F0070", // key,op in UTF-16 without a mark
                "6B00650079002C006F007000", // the same, little-endian
            })
    void otherBinaryContentIsNotTakenForATrace(String hex) {
        assertThatThrownBy(() -> traffic(HexFormat.of().parseHex(hex), PLAIN))
                .isInstanceOf(TrafficException.class);
    }

    @Test
    void randomBytesAreNotTakenForATrace() {
        for (int seed = 0; seed < 50; seed++) {
            var bytes = new byte[8192];
            new Random(seed).nextBytes(bytes);
            bytes[seed] = 0;
            assertThatThrownBy(() -> traffic(bytes, PLAIN)).isInstanceOf(TrafficException.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"two words\n", "a,b\n", "# comment\n", "user:7\ntwo words\n", "<xml>\n"})
    void textThatCouldBeAnythingIsNoListOfKeysUnlessItIsSaid(String text) throws TrafficException {
        assertThatThrownBy(() -> traffic(text, PLAIN))
                .hasMessageContaining("expected one of the formats");
        assertThat(requests(text, PLAIN.withFormat(Format.KEYS))).isNotEmpty();
    }

    @Test
    void twitterTellsClientSizeAndTimeToLiveAndSpreadsTheRequestsOfASecond()
            throws TrafficException {
        var requests =
                requests(
                        "100,a,1,20,7,gets,0\n100,b,with,commas,13,30,8,cas,60\n101,a,1,0,7,delete,0\n");
        assertThat(requests)
                .containsExactly(
                        new Request(0, Operation.READ, "a", 20, "7", null, List.of()),
                        new Request(
                                500_000_000,
                                Operation.WRITE,
                                "b,with,commas",
                                30,
                                "8",
                                Duration.ofSeconds(60),
                                List.of()),
                        new Request(1_000_000_000, Operation.DELETE, "a", 0, "7", null, List.of()));
    }

    @Test
    void cloudPhysicsTellsScsiCodesAndCountsOtherOnes() throws TrafficException {
        var text = "version,time,op,size,lbn\n1,10,28,512,7\n1,12,2A,1024,8\n1,12,35,0,0\n";
        assertThat(requests(text))
                .containsExactly(
                        new Request(0, Operation.READ, "7", 512, null, null, List.of()),
                        new Request(
                                2_000_000_000, Operation.WRITE, "8", 1024, null, null, List.of()));
        assertThat(Recordings.remarks(text, PLAIN))
                .containsExactly(
                        "Passed over 1 SCSI commands that neither read nor write: op-35 1.");
    }

    @Test
    void anArcLineAsksForAsManyBlocksAsItCounts() throws TrafficException {
        assertThat(requests("7 3 0 1\n9 1 0 2\n"))
                .extracting(Request::key)
                .containsExactly("7", "8", "9", "9");
    }

    @Test
    void anAddressIsLoadedOrStoredAndUsesAll64Bits() throws TrafficException {
        assertThat(requests("l 0xFFFFFFFFFFFFFFF0 1\ns 0x10 2\n"))
                .extracting(request -> request.operation() + " " + request.key())
                .containsExactly("READ 0xfffffffffffffff0", "WRITE 0x10");
    }

    @Test
    void sizesAboveWhatARunBearsAreTroubleToARunAlone() throws TrafficException {
        var text = "1 42 68\n2 43 99999999999\n";
        assertThat(keys(traffic(text, PLAIN))).containsExactly("42/68", "43/99999999999");
        assertThatThrownBy(() -> requests(text))
                .hasMessage(
                        "recording, line 2: size: expected at most 67108864 bytes (64 MB), found \"99999999999\"");
    }

    @Test
    void cache2kKeysAreSignedAndOracleGeneralIdsAreNot() throws TrafficException {
        assertThat(requests(traffic(ints(7, -7), PLAIN)))
                .extracting(Request::key)
                .containsExactly("7", "-7");
        var large = join(oracle(3, -1, 512, -1), oracle(5, 1L << 40, 0, -1));
        assertThat(requests(traffic(large, PLAIN)))
                .containsExactly(
                        new Request(
                                0,
                                Operation.READ,
                                "18446744073709551615",
                                512,
                                null,
                                null,
                                List.of()),
                        new Request(
                                2_000_000_000,
                                Operation.READ,
                                "1099511627776",
                                0,
                                null,
                                null,
                                List.of()));
    }

    @Test
    void formatsWithoutTimesAreSpacedEvenlyAtTheRate() throws TrafficException {
        for (var sample :
                List.of(bytes("5\n6\n"), bytes("a\nb\n"), bytes("1 2 0 0\n"), ints(1, 2))) {
            assertThat(requests(traffic(sample, PLAIN.withRate(4))))
                    .extracting(Request::at)
                    .containsExactly(0L, 250_000_000L);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    lirs | 1/x7 | line 2: expected a block number, or * (a recording of keys that are text is in the format keys), found "x7"
                    lirs | 1/99999999999999999999 | line 2: expected a number of at most 9223372036854775807, found "99999999999999999999"
                    arc | 1 1 0 0/1 1 0 | line 2: expected four whole numbers: start, count, an ignored one, sequence, as in 42 8 0 1, found "1 1 0"
                    arc | 1 1 0 0/1 0 0 1 | line 2: count: expected 1 to 1048576 blocks, found "0"
                    arc | 1 1 0 0/1 99999999 0 1 | line 2: count: expected 1 to 1048576 blocks, found "99999999"
                    adaptsize | 1 1 5/2 1 5 5 | line 2: expected three whole numbers: sequence, id, bytes, as in 1 42 8192, found "2 1 5 5"
                    address | l 0x1 1/m 0x1 1 | line 2: expected l or s, an address of at most 64 bits in hex and a number, as in l 0x1fff50 1, found "m 0x1 1"
                    address | l 0x1 1/l 0x10000000000000000 1 | line 2: expected l or s, an address of at most 64 bits in hex and a number
                    twitter | 0,a,1,1,1,get,0/0,a,1,1,1,frob,0 | line 2: operation: expected get, gets, set
                    twitter | 0,a,1,1,1,get,0/0,a,1,1,get,0 | line 2: expected timestamp,key,key size,value size,client id,operation,TTL
                    twitter | 0,a,1,1,1,get,0/0,a,1,-1,1,get,0 | line 2: value size: expected a whole number of bytes, found "-1"
                    cloudphysics | 1,1,28,512,1/1,1,zz,512,1 | line 2: op: expected a SCSI code in hex, 28 to read or 2a to write, found "zz"
                    cloudphysics | 1,1,28,512,1/1,1,28,512 | line 2: expected version,time,op,size,lbn
                    cloudphysics | 1,1,28,512,1/1,1,28,-4,1 | line 2: expected a size in whole bytes, found "-4"
                    """)
    void aBadLineIsRefusedByItsNumberOrPassedOver(String format, String lines, String message)
            throws TrafficException {
        var text = lines.replace('/', '\n');
        var options = PLAIN.withFormat(Format.named(format).orElseThrow());
        assertThatThrownBy(() -> requests(text, options))
                .hasMessageStartingWith("recording, " + message);
        assertThat(requests(text, options.withSkipBad(1))).hasSize(1);
    }

    @Test
    void aFileOfAnotherFormatThanIsSaidIsRefusedAtItsFirstLine() {
        assertThatThrownBy(() -> requests("5\n6\n", PLAIN.withFormat(Format.ARC)))
                .hasMessageStartingWith("recording, line 1: expected four whole numbers");
        assertThatThrownBy(() -> requests("5\n6\n", PLAIN.withFormat(Format.ORACLE_GENERAL)))
                .hasMessageStartingWith(
                        "recording, byte 0: expected a record of 24 bytes, found the end after 4");
    }

    @ParameterizedTest(name = "{0} bytes more")
    @ValueSource(ints = {1, 3})
    void aBinaryFileCutInTheMiddleOfARecordIsRefusedByItsOffset(int more) throws TrafficException {
        var keys = new int[10_000];
        Arrays.setAll(keys, index -> index % 97);
        var cut = Arrays.copyOf(ints(keys), keys.length * 4 + more);
        var message =
                "byte 40000: expected a record of 4 bytes, found the end after "
                        + more
                        + ": the recording is cut off";
        assertThatThrownBy(() -> requests(traffic(cut, PLAIN))).hasMessage("recording, " + message);
        assertThatThrownBy(() -> keys(traffic(cut, PLAIN))).hasMessage("recording, " + message);
        assertThat(requests(traffic(cut, PLAIN.withSkipBad(1)))).hasSize(10_000);
    }

    @Test
    void anOracleGeneralFileCutInTheMiddleIsRecognisedAndRefused() {
        var whole = join(oracle(0, 1, 4096, 3), oracle(0, 2, 4096, -1));
        assertThatThrownBy(() -> keys(traffic(Arrays.copyOf(whole, 47), PLAIN)))
                .hasMessageStartingWith(
                        "recording, byte 24: expected a record of 24 bytes, found the end after 23");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] ints(int... keys) {
        var bytes = ByteBuffer.allocate(keys.length * 4);
        for (int key : keys) {
            bytes.putInt(key);
        }
        return bytes.array();
    }

    /** Keys with some bits of their kind in front, as an object-relational mapper numbers them. */
    private static byte[] flagged() {
        var random = new Random(1);
        var keys = new int[600];
        Arrays.setAll(keys, _ -> random.nextInt(12) << 27 | random.nextInt(1 << 16) << 1);
        return ints(keys);
    }

    private static byte[] oracle(int time, long id, int size, long next) {
        return ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(time)
                .putLong(id)
                .putInt(size)
                .putLong(next)
                .array();
    }

    private static byte[] join(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }
}
