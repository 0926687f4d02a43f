package cachescope.engine.live.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What must be tested and changed in one step, as Lua that the server runs. The answer is 1 if
 * something was changed, else 0, or how many things were.
 *
 * <p>The arguments of those about entries are the version offered, the time to live in milliseconds
 * (0 for ever) and what to set. What is there is judged by its first bytes, so the cost does not
 * depend on the size of values. Versions are compared as Lua's numbers, exactly up to 2^53. The
 * arguments of those about locks are the token and, to extend one, its new time in milliseconds.
 * Those about leases have the entry's key and the lease's, and the token as their last argument.
 * The sweep has many keys, and the time to live of what it leaves. That about a hash has the field
 * and its value.
 */
enum Script {
    /** Sets an entry unless a newer tombstone or an entry as new is there. */
    PUT_IF_NEWER(setUnless(Condition.NOT_NEWER)),
    /** Sets an entry if one is there that is not newer. */
    PUT_IF_PRESENT(setUnless(Condition.NOT_PRESENT)),
    /** Sets a tombstone unless something newer is there. */
    INVALIDATE(setUnless(Condition.OVERTAKEN)),
    /** Leaves a tombstone in place of each entry, of its version; answers how many there were. */
    SWEEP(
            """
            local swept = 0
            for _, key in ipairs(KEYS) do
              local head = redis.call('GETRANGE', key, 0, 47)
              local version, kind = string.match(head, '^{"version":(%d+),"(%a+)"')
              if version and kind ~= 'tombstone' then
                local tombstone = '{"version":' .. version .. ',"tombstone":true}'
                redis.call('SET', key, tombstone, 'PX', ARGV[1])
                swept = swept + 1
              end
            end
            return swept
            """),
    /** Deletes a lock if the token holds it. */
    COMPARE_AND_DELETE(ifHeld("'DEL', KEYS[1]")),
    /** Gives a lock a new time if the token holds it. */
    COMPARE_AND_EXPIRE(ifHeld("'PEXPIRE', KEYS[1], ARGV[2]")),
    /** Sets an entry if the token has the key's lease, which ends. */
    LEASED_PUT(ifLeased(setUnless(Condition.NEVER_REFUSED))),
    /** The same unless a newer tombstone or an entry as new is there. */
    LEASED_PUT_IF_NEWER(ifLeased(setUnless(Condition.NOT_NEWER))),
    /** The same if an entry is there that is not newer. */
    LEASED_PUT_IF_PRESENT(ifLeased(setUnless(Condition.NOT_PRESENT))),
    /** Sets a tombstone unless something newer is there, and kills the key's lease. */
    LEASED_INVALIDATE(killingLease(setUnless(Condition.OVERTAKEN))),
    /** Sets a field of a hash if that is there. */
    HSET_IF_PRESENT(
            """
            if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
            redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
            return 1
            """);

    /** Where a head ends: long enough for a tombstone of the largest version, up to the word. */
    private static final int HEAD_END = 47;

    /** When an offer is refused, in Lua. */
    private static final class Condition {
        static final String NEVER_REFUSED = "false";
        static final String NOT_NEWER =
                "there and (there > offered or (there == offered and kind ~= 'tombstone'))";
        static final String NOT_PRESENT = "not there or kind == 'tombstone' or there > offered";
        static final String OVERTAKEN = "there and there > offered";
    }

    private final String lua;
    private final String digest;

    Script(String lua) {
        this.lua = lua;
        this.digest = HexFormat.of().formatHex(sha1(lua));
    }

    private static String setUnless(String refused) {
        return """
        local head = redis.call('GETRANGE', KEYS[1], 0, %d)
        local version, kind = string.match(head, '^{"version":(%%d+),"(%%a+)"')
        local there, offered = tonumber(version), tonumber(ARGV[1])
        if %s then return 0 end
        if ARGV[2] == '0' then redis.call('SET', KEYS[1], ARGV[3])
        else redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[2]) end
        return 1
        """
                .formatted(HEAD_END, refused);
    }

    private static String ifHeld(String command) {
        return """
        if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
        return redis.call(%s)
        """
                .formatted(command);
    }

    private static String ifLeased(String lua) {
        return """
        if redis.call('GET', KEYS[2]) ~= ARGV[4] then return 0 end
        """
                + killingLease(lua);
    }

    private static String killingLease(String lua) {
        return """
        redis.call('DEL', KEYS[2])
        """
                + lua;
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
