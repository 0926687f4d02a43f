package cachescope.engine.pattern;

/**
 * Gives the writes of a queue their versions: those of a key rise by one and never repeat. A key
 * that is not remembered starts above every version it can have had, so numbers may be left out.
 * For one task at a time.
 */
final class GivenVersions {
    /** The version of a record that was there before the run and has not been touched yet. */
    private static final long ORIGINAL = 1;

    private final LastVersions given;
    private final long floor;
    private long highest;

    /**
     * {@code highestVersion} is one that no record exceeds now; {@code keysMax} is how many keys
     * are remembered.
     */
    GivenVersions(long highestVersion, int keysMax) {
        this.given = new LastVersions(keysMax);
        this.floor = Math.max(ORIGINAL, highestVersion);
        this.highest = floor;
    }

    /** The next version of a key. */
    long next(String key) {
        long last = given.of(key);
        long version = 1 + (last > 0 ? last : Math.max(floor, given.highestForgotten()));
        given.note(key, version);
        highest = Math.max(highest, version);
        return version;
    }

    /** A version that none of those which were given exceeds. */
    long highest() {
        return highest;
    }
}
