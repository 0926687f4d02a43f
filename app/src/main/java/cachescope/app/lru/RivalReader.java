package cachescope.app.lru;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries two policies on a log up to any time of it, on a thread of its own and only when it is
 * asked. Forwards it goes on from where it is; backwards it begins again. Their first difference is
 * looked for further on in the log once it is not behind.
 */
final class RivalReader {
    private static final int CHUNK_EVENTS = 4_096;

    private final Errand<RivalWish, Standing> errand = new Errand<>(this::fulfil);
    private @Nullable RivalWish current;
    private @Nullable Rivals rivals;
    private @Nullable Rivals scout;
    private long cursor;
    private long scouted;

    void order(RivalWish wish) {
        errand.order(wish);
    }

    Optional<Standing> take() {
        return errand.take();
    }

    Optional<String> failure() {
        return errand.failure();
    }

    private Optional<Standing> fulfil(RivalWish wish) {
        var standing = read(wish);
        return isOverdue(wish) ? Optional.empty() : Optional.of(standing);
    }

    /** Reads; blocks. For one thread at a time. */
    Standing read(RivalWish wish) {
        if (current == null || !current.isOfSameTrial(wish)) {
            rivals = null;
            scout = null;
            scouted = 0;
        }
        current = wish;
        long target = wish.log().firstSeqAtOrAfter(wish.time() + 1);
        var now = rivals;
        if (now == null || cursor > target) {
            now = begin(wish);
            cursor = 0;
        }
        rivals = now;
        cursor = advance(wish, now, cursor, target);
        return Standing.of(wish, now, now.first().or(() -> ahead(wish)));
    }

    private Optional<Rivals.Difference> ahead(RivalWish wish) {
        var further = scout == null ? begin(wish) : scout;
        scout = further;
        while (further.first().isEmpty() && scouted < wish.log().size() && !isOverdue(wish)) {
            long before = scouted;
            scouted = advance(wish, further, scouted, scouted + CHUNK_EVENTS);
            if (scouted == before) {
                break;
            }
        }
        return further.first();
    }

    private long advance(RivalWish wish, Rivals fold, long from, long target) {
        long[] next = {from};
        while (next[0] < target && !isOverdue(wish)) {
            long before = next[0];
            wish.log()
                    .read(
                            before,
                            (int) Math.min(CHUNK_EVENTS, target - before),
                            event -> {
                                fold.accept(event);
                                next[0] = event.seq() + 1;
                            });
            if (next[0] == before) {
                break;
            }
        }
        return next[0];
    }

    private static Rivals begin(RivalWish wish) {
        return new Rivals(wish.place(), wish.one(), wish.other(), wish.capacity());
    }

    private boolean isOverdue(RivalWish wish) {
        return errand.newer().filter(newer -> !newer.isOfSameTrial(wish)).isPresent();
    }
}
