package cachescope.engine.traffic.generator;

/**
 * The keys of a part of made-up traffic.
 *
 * @param name the key, or what all keys begin with if there are several
 * @param count how many there are
 */
public record Keys(String name, int count) {
    /** The most keys of a part. */
    public static final int MOST = 10_000_000;

    public Keys {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("keys is " + count + ", expected 1 to " + MOST);
        }
    }

    /** The key of a number from 0. */
    String key(int number) {
        return count == 1 ? name : name + number;
    }
}
