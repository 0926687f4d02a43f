package cachescope.engine.port;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random numbers by a seed and a name: what is drawn from one name moves no other. */
public final class RandomStream {
    private RandomStream() {}

    /** The numbers of a name; the same on every machine. For one task at a time. */
    public static RandomGenerator of(long seed, String name) {
        return new SplittableRandom(seed ^ hash(name));
    }

    /** FNV-1a, 64 bits: the same on every machine and in every version of Java. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }
}
