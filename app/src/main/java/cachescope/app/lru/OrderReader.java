package cachescope.app.lru;

import cachescope.engine.event.Event;
import cachescope.engine.port.Glob;
import cachescope.engine.projection.order.EntryOrder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the order of one cache at any time of a log, on a thread of its own and only when it is
 * asked, so that a view that nobody looks at costs nothing. It goes on from where it is, or from a
 * keyframe before. Of several wishes only the last is fulfilled.
 */
final class OrderReader {
    /** How many events lie between two keyframes at first. */
    static final int STRIDE_EVENTS = 16_384;

    /** How many keyframes are kept at most, and how many entries all of them hold at most. */
    static final int FRAMES_MAX = 256;

    static final long FRAME_ENTRIES_MAX = 400_000;

    /** How many events after the time are looked at for the cache's next call. */
    private static final int LOOK_AHEAD_EVENTS = 1_024;

    private static final int CHUNK_EVENTS = 2_048;

    private final Errand<Wish, Reading> errand = new Errand<>(this::fulfil);
    private final TreeMap<Long, EntryOrder> frames = new TreeMap<>();
    private @Nullable Wish current;
    private @Nullable EntryOrder fold;
    private long cursor;
    private long stride = STRIDE_EVENTS;

    /** Asks; returns at once. */
    void order(Wish wish) {
        errand.order(wish);
    }

    /** The newest reading that was not taken. */
    Optional<Reading> take() {
        return errand.take();
    }

    /** Why nothing can be read, in a sentence. */
    Optional<String> failure() {
        return errand.failure();
    }

    private Optional<Reading> fulfil(Wish wish) {
        var reading = read(wish);
        return isOverdue(wish) ? Optional.empty() : Optional.of(reading);
    }

    /** Reads; blocks. For one thread at a time. */
    Reading read(Wish wish) {
        if (current == null || !current.isOfSameCache(wish)) {
            frames.clear();
            stride = STRIDE_EVENTS;
            fold = null;
        }
        current = wish;
        long target = wish.log().firstSeqAtOrAfter(wish.time() + 1);
        var from = foldBefore(wish, target);
        fold = from;
        while (cursor < target && !isOverdue(wish)) {
            long before = cursor;
            wish.log()
                    .read(
                            cursor,
                            (int) Math.min(CHUNK_EVENTS, target - cursor),
                            event -> {
                                from.accept(event);
                                cursor = event.seq() + 1;
                            });
            if (cursor == before) {
                break;
            }
            keep(from);
        }
        return Reading.of(wish, from, nextAt(wish, from, target));
    }

    private EntryOrder foldBefore(Wish wish, long target) {
        var frame = frames.floorEntry(target);
        var there = fold;
        if (there != null && cursor <= target && (frame == null || frame.getKey() <= cursor)) {
            return there;
        }
        if (frame != null) {
            cursor = frame.getKey();
            return frame.getValue().copy();
        }
        cursor = 0;
        return new EntryOrder(wish.place(), OrderReader::isMeant);
    }

    /** Whether a pattern, as caches know it, means a key. */
    static boolean isMeant(String pattern, String key) {
        return new Glob(pattern).matches(key);
    }

    private void keep(EntryOrder order) {
        if (cursor - (frames.isEmpty() ? 0 : frames.lastKey()) < stride) {
            return;
        }
        frames.put(cursor, order.copy());
        long entries = frames.values().stream().mapToLong(EntryOrder::size).sum();
        if (frames.size() > FRAMES_MAX || entries > FRAME_ENTRIES_MAX) {
            stride *= 2;
            int[] number = {0};
            frames.entrySet().removeIf((Map.Entry<Long, EntryOrder> _) -> number[0]++ % 2 == 0);
        }
    }

    /** When the next call to the cache took effect. */
    private static long nextAt(Wish wish, EntryOrder fold, long from) {
        long[] at = {Long.MAX_VALUE};
        wish.log()
                .read(
                        from,
                        LOOK_AHEAD_EVENTS,
                        event -> {
                            if (at[0] == Long.MAX_VALUE
                                    && event instanceof Event.CallEnded call
                                    && fold.isMeant(call)) {
                                at[0] = call.at();
                            }
                        });
        return at[0];
    }

    /** Whether it is no longer worth while: another log or cache is asked for. */
    private boolean isOverdue(Wish wish) {
        return errand.newer().filter(newer -> !newer.isOfSameCache(wish)).isPresent();
    }
}
