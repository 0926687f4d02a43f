package cachescope.engine.traffic.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineReaderTest {

    @Test
    void linesEndWithLfCrLfOrTheEnd() throws IOException, BadLine {
        assertThat(lines("a\nb\r\n\nc")).containsExactly("a", "b", "", "c");
        assertThat(lines("a\n")).containsExactly("a");
        assertThat(lines("\n")).containsExactly("");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void aByteOrderMarkIsPassedOverAtTheBeginningAlone() throws IOException, BadLine {
        assertThat(lines("\uFEFFa\n\uFEFFb")).containsExactly("a", "\uFEFFb");
    }

    @Test
    void theCharacterThatStandsForBadOnesIsGoodItself() throws IOException, BadLine {
        assertThat(lines("\uFFFD\n")).containsExactly("\uFFFD");
    }

    @Test
    void aLineOfTheGreatestLengthIsReadAndALongerOneIsNot() throws IOException, BadLine {
        var longest = "x".repeat(LineReader.LONGEST_LINE);
        try (var reader = reader(longest + "\n" + longest + "x\nafter")) {
            assertThat(reader.advance()).isTrue();
            assertThat(reader.text()).hasSize(LineReader.LONGEST_LINE);
            assertThat(reader.advance()).isTrue();
            assertThatThrownBy(reader::text).isInstanceOf(BadLine.class);
            assertThat(reader.advance()).isTrue();
            assertThat(reader.text()).isEqualTo("after");
            assertThat(reader.number()).isEqualTo(3);
        }
    }

    @Test
    void aGigabyteWithoutAnyLineEndIsPassedOverInBoundedMemory() throws IOException {
        try (var reader = new LineReader(new Endless(1L << 30))) {
            assertThat(reader.advance()).isTrue();
            assertThatThrownBy(reader::text)
                    .hasMessage("expected a line of at most 8388608 bytes, found a longer one");
            assertThat(reader.advance()).isFalse();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyTextIsSplitAsByAnySplitter(long seed) throws IOException, BadLine {
        var random = new SplittableRandom(seed);
        var expected = new ArrayList<String>();
        var text = new StringBuilder();
        for (int line = random.nextInt(1, 20); line > 0; line--) {
            int length = random.nextInt(4) == 0 ? random.nextInt(200_000) : random.nextInt(100);
            var content = random.nextBoolean() ? "\u00FC".repeat(length) : "u".repeat(length);
            expected.add(content);
            text.append(content).append(random.nextBoolean() ? "\r\n" : "\n");
        }
        assertThat(lines(text.toString())).isEqualTo(expected);
    }

    static LongStream seeds() {
        var seed = Long.getLong("seed");
        return seed == null ? LongStream.rangeClosed(1, 30) : LongStream.of(seed);
    }

    private static List<String> lines(String text) throws IOException, BadLine {
        var lines = new ArrayList<String>();
        try (var reader = reader(text)) {
            while (reader.advance()) {
                lines.add(reader.text());
            }
            assertThat(reader.number()).isEqualTo(lines.size());
        }
        return lines;
    }

    private static LineReader reader(String text) {
        return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** So many zeros. */
    private static final class Endless extends InputStream {
        private long left;

        Endless(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int read = (int) Math.min(left, length);
            left -= read;
            return read == 0 ? -1 : read;
        }
    }
}
