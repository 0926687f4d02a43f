package cachescope.engine.event;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Text of JSON as UTF-8 in a buffer that grows. A lone surrogate, which UTF-8 cannot hold, is
 * written as an escape, so that every string can be read back as it was.
 */
final class JsonBytes {
    private static final byte[] HEX = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };
    private static final int UTF_8_MAX = 6;

    private byte[] bytes = new byte[4096];
    private int length;

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    void ascii(char character) {
        reserve(1);
        bytes[length++] = (byte) character;
    }

    void number(long number) {
        if (number < 0) {
            raw(Long.toString(number));
            return;
        }
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        reserve(digits);
        long rest = number;
        for (int place = length + digits - 1; place >= length; place--) {
            bytes[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    /** A string in quotes, escaped. */
    void string(String text) {
        ascii('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= 0x80) {
                i += beyondAscii(text, i);
            } else if (character < ' ' || character == '"' || character == '\\') {
                escape(character);
            } else {
                ascii(character);
            }
        }
        ascii('"');
    }

    /** Text that is JSON already. */
    void raw(String json) {
        for (int i = 0; i < json.length(); i++) {
            if (json.charAt(i) >= 0x80) {
                i += beyondAscii(json, i);
            } else {
                ascii(json.charAt(i));
            }
        }
    }

    /** Writes the character at a place and returns how many more it took. */
    private int beyondAscii(String text, int place) {
        reserve(UTF_8_MAX);
        int point = text.codePointAt(place);
        if (point >= 0x10000) {
            bytes[length++] = (byte) (0xf0 | (point >> 18));
            bytes[length++] = (byte) (0x80 | ((point >> 12) & 0x3f));
        } else if (Character.isSurrogate((char) point)) {
            unicodeEscape((char) point);
            return 0;
        } else if (point >= 0x800) {
            bytes[length++] = (byte) (0xe0 | (point >> 12));
        } else {
            bytes[length++] = (byte) (0xc0 | (point >> 6));
            bytes[length++] = (byte) (0x80 | (point & 0x3f));
            return 0;
        }
        bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3f));
        bytes[length++] = (byte) (0x80 | (point & 0x3f));
        return point >= 0x10000 ? 1 : 0;
    }

    private void escape(char character) {
        reserve(UTF_8_MAX);
        char letter =
                switch (character) {
                    case '"', '\\' -> character;
                    case '\n' -> 'n';
                    case '\r' -> 'r';
                    case '\t' -> 't';
                    default -> 0;
                };
        if (letter == 0) {
            unicodeEscape(character);
        } else {
            ascii('\\');
            ascii(letter);
        }
    }

    private void unicodeEscape(char character) {
        ascii('\\');
        ascii('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[(character >> shift) & 0xf];
        }
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
