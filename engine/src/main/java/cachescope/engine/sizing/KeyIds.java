package cachescope.engine.sizing;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;

/**
 * Makes well-mixed numbers of 64 bits of keys. Different numbers stay different: the mixing can be
 * undone. Text is told apart by a hash; among ten million texts the chance that any two are
 * confused is 1 in 370,000.
 */
final class KeyIds {
    private static final Hasher64 HASHER = Hashing.xxh3_64();

    private KeyIds() {}

    /** The finalizer of MurmurHash3 (Austin Appleby), whose every step is a bijection. */
    static long ofNumber(long key) {
        long mixed = (key ^ (key >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    static long ofText(String key) {
        return HASHER.hashCharsToLong(key);
    }
}
