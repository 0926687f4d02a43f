package cachescope.engine.strategy;

/** The patterns by the names that the command line and saved strategies use. */
public enum PatternName {
    CACHE_ASIDE("cache-aside"),
    READ_THROUGH("read-through"),
    WRITE_THROUGH("write-through"),
    WRITE_BEHIND("write-behind"),
    REFRESH_AHEAD("refresh-ahead"),
    NO_CACHE("no-cache");

    private final String label;

    PatternName(String label) {
        this.label = label;
    }

    /** The name in the command line and in JSON. */
    public String label() {
        return label;
    }
}
