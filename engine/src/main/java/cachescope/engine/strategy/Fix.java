package cachescope.engine.strategy;

import java.util.Arrays;

/** Remedies against known races, all on by default; each can be switched off to see the race. */
public enum Fix {
    /** A fill is taken only if nothing newer, entry or tombstone, is there. */
    CHECKED_FILL("checked-fill"),
    /** A write updates the database before it touches the cache. */
    DATABASE_FIRST("database-first"),
    /** An invalidation leaves its version behind. */
    TOMBSTONE("tombstone"),
    /** A written value is cached only if it is newer than what is there. */
    CHECKED_WRITE("checked-write"),
    /** A refresh replaces an existing entry only. */
    EXISTING_ONLY("existing-only"),
    /** A flushed write is forgotten only if it is the one that was flushed. */
    FORGET_SAME_WRITE("forget-same-write"),
    /** A batch that failed keeps its place before later writes of its keys. */
    ORDERED_RETRY("ordered-retry"),
    /** A failed invalidation is tried again, with a bound. */
    RETRY_INVALIDATION("retry-invalidation"),
    /** A write that creates a record ends its cached absence. */
    ABSENCE_ENDS_AT_CREATION("absence-ends-at-creation"),
    /** A lock is made to last while its holder loads. */
    LOCK_RENEWAL("lock-renewal"),
    /** A lock is released only by the token that holds it. */
    COMPARE_AND_DELETE("compare-and-delete"),
    /** The versions of tags and keys are read before the load that they are to judge. */
    VERSION_BEFORE_LOAD("version-before-load"),
    /** A write moves the versions of tags and keys on after it is committed. */
    BUMP_LAST("bump-last"),
    /** The versions of tags and keys never repeat. */
    UNIQUE_VERSIONS("unique-versions"),
    /** A near copy is kept only if no invalidation came while it was fetched. */
    NEAR_PLACEHOLDER("near-placeholder"),
    /** A near cache is emptied where messages may have been missed. */
    FLUSH_ON_GAP("flush-on-gap");

    private final String label;

    Fix(String label) {
        this.label = label;
    }

    /** The name in the command line and in JSON. */
    public String label() {
        return label;
    }

    /** The fix of a name; throws if there is none. */
    public static Fix of(String label) throws StrategyException {
        for (var fix : values()) {
            if (fix.label.equals(label)) {
                return fix;
            }
        }
        throw Labels.unknown(label, Arrays.stream(values()).map(Fix::label).toList());
    }
}
