package cachescope.engine.live.redis;

import cachescope.engine.port.Entry;
import cachescope.engine.port.Stamp;
import cachescope.engine.port.Versioned;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Reads what {@link EntryWriter} wrote, field by field in its order. Throws {@link
 * IllegalArgumentException} for anything else. One reader reads one text.
 */
final class EntryReader {
    private static final byte[] VERSION = bytes("{\"version\":");
    private static final byte[] LOADED_AT = bytes(",\"loadedAt\":");
    private static final byte[] EXPIRES_AT = bytes(",\"expiresAt\":");
    private static final byte[] KEPT_UNTIL = bytes(",\"keptUntil\":");
    private static final byte[] LOAD_MICROS = bytes(",\"loadMicros\":");
    private static final byte[] MARKS = bytes(",\"marks\":{");
    private static final byte[] NAME = bytes("\"");
    private static final byte[] END_OF_NAME = bytes("\":");
    private static final byte[] NEXT_MARK = bytes(",");
    private static final byte[] END_OF_MARKS = bytes("}");
    private static final byte[] VALUE = bytes(",\"value\":\"");
    private static final byte[] END_OF_VALUE = bytes("\"}");
    private static final byte[] ABSENT = bytes(",\"absent\":true}");
    private static final byte[] TOMBSTONE = bytes(",\"tombstone\":true}");

    private final byte[] text;
    private final long originMicros;
    private int at;

    private EntryReader(byte[] text, long originMicros) {
        this.text = text;
        this.originMicros = originMicros;
    }

    /**
     * The entry; empty for a tombstone. {@code originMicros} is the run's start in microseconds
     * since 1970.
     */
    static Optional<Entry> read(byte[] text, long originMicros) {
        return new EntryReader(text, originMicros).read();
    }

    private Optional<Entry> read() {
        expect(VERSION);
        long version = number();
        if (skips(TOMBSTONE)) {
            return Optional.empty();
        }
        expect(LOADED_AT);
        long loadedAt = nanos(number());
        long expiresAt = skips(EXPIRES_AT) ? nanos(number()) : Entry.NEVER;
        long keptUntil = skips(KEPT_UNTIL) ? nanos(number()) : expiresAt;
        expect(LOAD_MICROS);
        long loadNanos = TimeUnit.MICROSECONDS.toNanos(number());
        var stamp = skips(MARKS) ? marks() : Stamp.NONE;
        var versioned = new Versioned(version, skips(ABSENT) ? null : value());
        return Optional.of(new Entry(versioned, loadedAt, expiresAt, loadNanos, keptUntil, stamp));
    }

    private Stamp marks() {
        var marks = new ArrayList<Stamp.Mark>();
        do {
            var name = name();
            marks.add(new Stamp.Mark(name, number()));
        } while (skips(NEXT_MARK));
        expect(END_OF_MARKS);
        return new Stamp(marks);
    }

    /** A name ends at the first quote that is not escaped. */
    private String name() {
        expect(NAME);
        int from = at;
        while (at < text.length && text[at] != '"') {
            at += text[at] == '\\' ? 2 : 1;
        }
        if (at > text.length) {
            throw foreign();
        }
        var raw = new String(text, from, at - from, StandardCharsets.UTF_8);
        expect(END_OF_NAME);
        return raw.indexOf('\\') < 0 ? raw : unescaped(raw);
    }

    private String value() {
        expect(VALUE);
        int end = text.length - END_OF_VALUE.length;
        if (end < at || text[end] != '"' || text[end + 1] != '}') {
            throw foreign();
        }
        var raw = new String(text, at, end - at, StandardCharsets.UTF_8);
        return raw.indexOf('\\') < 0 ? raw : unescaped(raw);
    }

    private static String unescaped(String raw) {
        var value = new StringBuilder(raw.length());
        int written = 0;
        for (int slash = raw.indexOf('\\'); slash >= 0; slash = raw.indexOf('\\', written)) {
            value.append(raw, written, slash);
            char kind = slash + 1 < raw.length() ? raw.charAt(slash + 1) : 0;
            switch (kind) {
                case '"', '\\' -> value.append(kind);
                case 'u' -> value.append(escaped(raw, slash + 2));
                default -> throw foreign();
            }
            written = slash + (kind == 'u' ? 6 : 2);
        }
        return value.append(raw, written, raw.length()).toString();
    }

    private static char escaped(String raw, int digits) {
        if (digits + 4 > raw.length()) {
            throw foreign();
        }
        return (char) Integer.parseInt(raw, digits, digits + 4, 16);
    }

    private long number() {
        int first = at;
        boolean negative = at < text.length && text[at] == '-';
        if (negative) {
            at++;
        }
        long number = 0;
        for (; at < text.length && text[at] >= '0' && text[at] <= '9'; at++) {
            number = number * 10 + (text[at] - '0');
        }
        if (at == first || at - first > 20) {
            throw foreign();
        }
        return negative ? -number : number;
    }

    private long nanos(long micros) {
        return TimeUnit.MICROSECONDS.toNanos(micros - originMicros);
    }

    private void expect(byte[] token) {
        if (!skips(token)) {
            throw foreign();
        }
    }

    private boolean skips(byte[] token) {
        if (at + token.length > text.length) {
            return false;
        }
        for (int index = 0; index < token.length; index++) {
            if (text[at + index] != token[index]) {
                return false;
            }
        }
        at += token.length;
        return true;
    }

    private static IllegalArgumentException foreign() {
        return new IllegalArgumentException("not an entry of this program");
    }

    private static byte[] bytes(String token) {
        return token.getBytes(StandardCharsets.US_ASCII);
    }
}
