package cachescope.app.controls;

import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.OnWrite;
import cachescope.engine.strategy.PatternName;

/** The names and sentences by which choices are offered. */
public final class PatternWords {
    private PatternWords() {}

    /** A pattern as a title: {@code Cache-aside}. */
    public static String title(PatternName pattern) {
        var label = pattern.label();
        return Character.toUpperCase(label.charAt(0))
                + label.substring(1).replace("no-cache", "no cache");
    }

    /** A pattern in a sentence. */
    public static String sentence(PatternName pattern) {
        return switch (pattern) {
            case CACHE_ASIDE ->
                    "The application asks the cache, loads what is missing from the database and puts it there itself.";
            case READ_THROUGH ->
                    "The application sees the cache alone, which loads by itself what it lacks.";
            case WRITE_THROUGH ->
                    "A write goes to the database and to the cache before it is answered.";
            case WRITE_BEHIND ->
                    "A write is answered once cache and queue have it; the database gets it later, in batches.";
            case REFRESH_AHEAD ->
                    "An entry that is read late in its life is loaded again in the background before it expires.";
            case NO_CACHE ->
                    "Every request goes to the database: the baseline that a cache has to beat.";
        };
    }

    /** What a write does to the cache, as a choice. */
    public static String title(OnWrite onWrite) {
        return switch (onWrite) {
            case DELETE -> "Delete the copy";
            case UPDATE -> "Update the copy";
        };
    }

    /** A fix as a check box says it. */
    public static String title(Fix fix) {
        return switch (fix) {
            case CHECKED_FILL -> "Checked fill";
            case DATABASE_FIRST -> "Database first";
            case TOMBSTONE -> "Tombstone";
            case CHECKED_WRITE -> "Checked write";
            case EXISTING_ONLY -> "Existing only";
            case FORGET_SAME_WRITE -> "Forget same write";
            case ORDERED_RETRY -> "Ordered retry";
            case RETRY_INVALIDATION -> "Retry invalidation";
            case ABSENCE_ENDS_AT_CREATION -> "Absence ends at creation";
            case LOCK_RENEWAL -> "Lock renewal";
            case COMPARE_AND_DELETE -> "Compare and delete";
            case VERSION_BEFORE_LOAD -> "Version before load";
            case BUMP_LAST -> "Bump last";
            case UNIQUE_VERSIONS -> "Unique versions";
            case NEAR_PLACEHOLDER -> "Near placeholder";
            case FLUSH_ON_GAP -> "Flush on gap";
        };
    }

    /** What a fix does and what is seen without it. */
    public static String sentence(Fix fix) {
        return switch (fix) {
            case CHECKED_FILL ->
                    "A fill is taken only if nothing newer is there; without it a slow load can put an old value back.";
            case DATABASE_FIRST ->
                    "A write updates the database before the cache; without it a reader can cache the old value in between.";
            case TOMBSTONE ->
                    "An invalidation leaves its version behind; without it a late fill finds nothing to be compared with.";
            case CHECKED_WRITE ->
                    "A written value is cached only if it is newer; without it two writers can cross.";
            case EXISTING_ONLY ->
                    "A refresh replaces an existing entry only; without it a deleted key can come back to life.";
            case FORGET_SAME_WRITE ->
                    "A flushed write is forgotten only if no later one has taken its place; without it reads can miss a pending write.";
            case ORDERED_RETRY ->
                    "A failed batch keeps its place before later writes; without it an old value can be committed last.";
            case RETRY_INVALIDATION ->
                    "A failed invalidation is tried again; without it the old copy stays until it expires.";
            case ABSENCE_ENDS_AT_CREATION ->
                    "A write that creates a record ends its cached absence; without it reads go on to say that there is none.";
            case LOCK_RENEWAL ->
                    "A lock lasts while its holder loads; without it a slow load loses the lock and a second one begins.";
            case COMPARE_AND_DELETE ->
                    "A lock is released by its own token only; without it a late holder releases the lock of another.";
            case VERSION_BEFORE_LOAD ->
                    "Versions are read before the load; without it an old value can be kept under the new version.";
            case BUMP_LAST ->
                    "Versions move on after the commit; without it a reader can keep the old value under the new version.";
            case UNIQUE_VERSIONS ->
                    "Versions of tags never repeat; without it a counter that was evicted starts again, and old copies are valid again.";
            case NEAR_PLACEHOLDER ->
                    "A near copy that was invalidated while it was fetched is not kept; without it the old one stays.";
            case FLUSH_ON_GAP ->
                    "A near cache is emptied where messages may be missing; without it a lost message leaves an old copy.";
        };
    }
}
