package cachescope.app.lru;

import cachescope.engine.projection.order.CacheLimits;
import cachescope.engine.projection.order.EntryOrder;
import cachescope.engine.projection.order.Listed;
import cachescope.engine.projection.order.Move;
import cachescope.engine.projection.order.Ranking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of a cache at a time. Nothing changes it.
 *
 * @param nextAt when the next call to the cache was over; {@code Long.MAX_VALUE} if that is far off
 *     or not known
 * @param entries those of the shown keys
 */
record Reading(
        Wish wish,
        CacheLimits limits,
        Ranking ranking,
        Order order,
        Map<String, Listed> entries,
        Optional<Move> move,
        String hand,
        long nextAt,
        long hits,
        long misses,
        long evictions,
        Ribbon ribbon,
        Buckets buckets) {

    static Reading of(Wish wish, EntryOrder fold, long nextAt) {
        int size = fold.size();
        var move = fold.last();
        var around = move.map(Move::key).filter(key -> !key.isEmpty()).orElse(wish.selected());
        var ribbon = new Ribbon.Gathering(size, wish.selected());
        var buckets = new Buckets.Gathering(Math.max(size, fold.limits().capacity()), around);
        var head = new ArrayList<String>();
        var tail = new ArrayList<String>();
        int[] at = {0};
        fold.forEach((key, usedAt) -> {
            ribbon.add(key, usedAt);
            buckets.add(key);
            int place = at[0]++;
            if (size <= 2 * Order.WINDOW || place < Order.WINDOW) {
                head.add(key);
            } else if (place >= size - Order.WINDOW) {
                tail.add(key);
            }
        });
        var order = new Order(head, size - head.size() - tail.size(), tail);
        return new Reading(
                wish,
                fold.limits(),
                fold.ranking(),
                order,
                entries(fold, order, wish.selected()),
                move,
                fold.hand().orElse(""),
                nextAt,
                fold.hits(),
                fold.misses(),
                fold.evictions(),
                ribbon.done(),
                buckets.done());
    }

    private static Map<String, Listed> entries(EntryOrder fold, Order order, String selected) {
        var found = new HashMap<String, Listed>();
        for (var keys : List.of(order.head(), order.tail(), List.of(selected))) {
            for (var key : keys) {
                fold.get(key).ifPresent(entry -> found.put(key, entry));
            }
        }
        return Map.copyOf(found);
    }

    int size() {
        return order.size();
    }
}
