package cachescope.engine.port;

import java.nio.charset.StandardCharsets;

/**
 * Writes commands as people type them: what would not survive on one line is quoted as redis-cli
 * quotes it.
 */
public final class CommandText {
    /**
     * What is shown of one argument, in characters, so that what follows a large value is still
     * seen.
     */
    private static final int ARGUMENT_MAX = 320;

    private CommandText() {}

    /** The words of a command as one line. */
    public static String of(String... arguments) {
        var text = new StringBuilder(64);
        for (var argument : arguments) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            append(text, argument);
        }
        return text.toString();
    }

    /** The beginning of a value, of which more is never shown. */
    public static String shown(byte[] value) {
        return new String(
                value,
                0,
                Math.min(value.length, CallNotes.STATEMENT_BYTES_MAX),
                StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder text, String argument) {
        boolean cut = argument.length() > ARGUMENT_MAX;
        var shown = cut ? argument.substring(0, ARGUMENT_MAX - 1) : argument;
        if (isPlain(shown)) {
            text.append(shown);
        } else {
            quote(text, shown);
        }
        if (cut) {
            text.append('…');
        }
    }

    /**
     * JSON is left as it is, quotes and all: only what begins with a quote could be taken for a
     * quoted argument.
     */
    private static boolean isPlain(String argument) {
        if (argument.isEmpty() || argument.charAt(0) == '"') {
            return false;
        }
        boolean json = argument.charAt(0) == '{';
        for (int at = 0; at < argument.length(); at++) {
            char next = argument.charAt(at);
            if (next < ' ' || next == 0x7f || (next == ' ' && !json)) {
                return false;
            }
        }
        return true;
    }

    private static void quote(StringBuilder text, String argument) {
        text.append('"');
        for (int at = 0; at < argument.length(); at++) {
            char next = argument.charAt(at);
            switch (next) {
                case '"', '\\' -> text.append('\\').append(next);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (next < ' ' || next == 0x7f) {
                        text.append("\\x").append(Character.forDigit(next >> 4, 16));
                        text.append(Character.forDigit(next & 15, 16));
                    } else {
                        text.append(next);
                    }
                }
            }
        }
        text.append('"');
    }
}
