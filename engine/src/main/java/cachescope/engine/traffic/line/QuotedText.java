package cachescope.engine.traffic.line;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A part of a line in double quotes, with backslash escapes as Redis' MONITOR and the logs of web
 * servers write them: {@code \n}, {@code \r}, {@code \t}, {@code \a}, {@code \b}, {@code \xNN} for
 * a byte, and a backslash before any other character stands for that character. Decoded only when
 * asked for, so that a large value that nobody looks at costs little.
 */
public record QuotedText(String line, int start, int end) {

    /** Reads the quoted text whose opening quote is at {@code at}. */
    public static QuotedText at(String line, int at) throws BadLine {
        if (at >= line.length() || line.charAt(at) != '"') {
            throw new BadLine("expected a double quote at column " + (at + 1));
        }
        for (int index = at + 1; index < line.length(); index++) {
            switch (line.charAt(index)) {
                case '\\' -> index++;
                case '"' -> {
                    return new QuotedText(line, at + 1, index);
                }
                default -> {}
            }
        }
        throw new BadLine("expected the double quote at column " + (at + 1) + " to be closed");
    }

    /** The column, counted from 0, that follows the closing quote. */
    public int after() {
        return end + 1;
    }

    /** What stands between the quotes, escapes and all. */
    public String raw() {
        return line.substring(start, end);
    }

    /** The text meant, or as it is written where the bytes meant are not UTF-8. */
    public String text() {
        var raw = raw();
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes())).toString();
        } catch (CharacterCodingException _) {
            return raw;
        }
    }

    /** How many bytes are meant. */
    public int byteCount() {
        return line.indexOf('\\', start, end) < 0 && isAscii() ? end - start : bytes().length;
    }

    private boolean isAscii() {
        for (int index = start; index < end; index++) {
            if (line.charAt(index) > 127) {
                return false;
            }
        }
        return true;
    }

    private byte[] bytes() {
        var bytes = new ByteArrayOutputStream(end - start);
        int index = start;
        while (index < end) {
            int point = line.codePointAt(index);
            if (point != '\\' || index + 1 == end) {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
                index += Character.charCount(point);
            } else if (line.charAt(index + 1) == 'x' && hexAt(index + 2) >= 0) {
                bytes.write(hexAt(index + 2));
                index += 4;
            } else {
                bytes.writeBytes(escaped(line.codePointAt(index + 1)));
                index += 1 + Character.charCount(line.codePointAt(index + 1));
            }
        }
        return bytes.toByteArray();
    }

    private int hexAt(int index) {
        if (index + 2 > end) {
            return -1;
        }
        int high = Character.digit(line.charAt(index), 16);
        int low = Character.digit(line.charAt(index + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static byte[] escaped(int point) {
        return switch (point) {
            case 'n' -> new byte[] {'\n'};
            case 'r' -> new byte[] {'\r'};
            case 't' -> new byte[] {'\t'};
            case 'a' -> new byte[] {7};
            case 'b' -> new byte[] {'\b'};
            default -> Character.toString(point).getBytes(StandardCharsets.UTF_8);
        };
    }
}
