package cachescope.engine.live.redis;

import cachescope.engine.port.Entry;
import cachescope.engine.port.Stamp;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Writes entries and tombstones as the JSON that the package describes. */
final class EntryWriter {
    private final long originMicros;

    /** {@code originMicros} is the run's start in microseconds since 1970. */
    EntryWriter(long originMicros) {
        this.originMicros = originMicros;
    }

    byte[] entry(Entry entry) {
        var value = entry.versioned().value();
        var json = new StringBuilder(128 + (value == null ? 0 : value.length()));
        json.append("{\"version\":").append(entry.version());
        json.append(",\"loadedAt\":").append(micros(entry.loadedAt()));
        if (entry.expiresAt() != Entry.NEVER) {
            json.append(",\"expiresAt\":").append(micros(entry.expiresAt()));
        }
        if (entry.keptUntil() != entry.expiresAt()) {
            json.append(",\"keptUntil\":").append(micros(entry.keptUntil()));
        }
        json.append(",\"loadMicros\":").append(TimeUnit.NANOSECONDS.toMicros(entry.loadNanos()));
        stamp(json, entry.stamp());
        if (value == null) {
            json.append(",\"absent\":true}");
        } else {
            json.append(",\"value\":\"");
            escape(json, value);
            json.append("\"}");
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] tombstone(long version) {
        return ("{\"version\":" + version + ",\"tombstone\":true}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void stamp(StringBuilder json, Stamp stamp) {
        if (stamp.marks().isEmpty()) {
            return;
        }
        json.append(",\"marks\":{");
        for (var mark : stamp.marks()) {
            json.append(json.charAt(json.length() - 1) == '{' ? "\"" : ",\"");
            escape(json, mark.name());
            json.append("\":").append(mark.version());
        }
        json.append('}');
    }

    private long micros(long nanosFromStart) {
        return originMicros + Math.floorDiv(nanosFromStart, 1_000L);
    }

    private static void escape(StringBuilder json, String value) {
        int written = 0;
        for (int at = 0; at < value.length(); at++) {
            char next = value.charAt(at);
            if (next >= ' ' && next != '"' && next != '\\' && !isLoneSurrogate(value, at)) {
                continue;
            }
            json.append(value, written, at);
            written = at + 1;
            if (next == '"' || next == '\\') {
                json.append('\\').append(next);
            } else {
                json.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    json.append(Character.forDigit(next >> shift & 15, 16));
                }
            }
        }
        json.append(value, written, value.length());
    }

    /** Half a pair has no form in UTF-8, so it is written as an escape. */
    private static boolean isLoneSurrogate(String value, int at) {
        char next = value.charAt(at);
        if (Character.isHighSurrogate(next)) {
            return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
        }
        return Character.isLowSurrogate(next)
                && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
    }
}
