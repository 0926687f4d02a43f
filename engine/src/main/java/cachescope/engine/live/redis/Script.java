package cachescope.engine.live.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What must be tested and set in one step, as Lua that the server runs. The arguments are the key,
 * the version offered, the time to live in milliseconds (0 for ever) and what to set; the answer is
 * 1 if it was set, else 0. What is there is judged by its first bytes, so the cost does not depend
 * on the size of values. Versions are compared as Lua's numbers, exactly up to 2^53.
 */
enum Script {
    /** Sets an entry unless a newer tombstone or an entry as new is there. */
    PUT_IF_NEWER("there and (there > offered or (there == offered and kind ~= 'tombstone'))"),
    /** Sets an entry if one is there that is not newer. */
    PUT_IF_PRESENT("not there or kind == 'tombstone' or there > offered"),
    /** Sets a tombstone unless something newer is there. */
    INVALIDATE("there and there > offered");

    /** Long enough for a tombstone of the largest version, up to the word itself. */
    private static final int HEAD_BYTES = 48;

    private final String lua;
    private final String digest;

    Script(String refused) {
        this.lua =
                """
                local head = redis.call('GETRANGE', KEYS[1], 0, %d)
                local version, kind = string.match(head, '^{"version":(%%d+),"(%%a+)"')
                local there, offered = tonumber(version), tonumber(ARGV[1])
                if %s then return 0 end
                if ARGV[2] == '0' then redis.call('SET', KEYS[1], ARGV[3])
                else redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[2]) end
                return 1
                """
                        .formatted(HEAD_BYTES - 1, refused);
        this.digest = HexFormat.of().formatHex(sha1(lua));
    }

    /** The name by which statements show it: {@code put-if-newer}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String lua() {
        return lua;
    }

    /**
     * The name by which the server knows it once it has run: the SHA-1 of its text in hexadecimal
     * digits.
     */
    String digest() {
        return digest;
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Java has no SHA-1, though it must.", missing);
        }
    }
}
