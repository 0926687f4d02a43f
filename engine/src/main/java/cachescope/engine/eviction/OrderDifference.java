package cachescope.engine.eviction;

import java.util.HashSet;
import java.util.List;

/** How one order becomes another: who leaves, from the tail on, then who moves and who comes in. */
final class OrderDifference {
    private OrderDifference() {}

    /**
     * Makes a list of keys the same as another one, and tells each move. Takes time for all keys of
     * both, and where several moved for all of them with each.
     */
    static <K> void tell(List<K> keys, List<K> wanted, OrderListener<? super K> listener) {
        int same = 0;
        int most = Math.min(keys.size(), wanted.size());
        while (same < most && keys.get(same).equals(wanted.get(same))) {
            same++;
        }
        leave(keys, wanted, same, listener);
        for (int to = same; to < wanted.size(); to++) {
            if (to < keys.size() && hasGoneBack(keys, wanted, to)) {
                move(keys, to, wanted.indexOf(keys.get(to)), listener);
            }
            if (to == keys.size() || !keys.get(to).equals(wanted.get(to))) {
                come(keys, wanted.get(to), to, listener);
            }
        }
    }

    private static <K> void leave(
            List<K> keys, List<K> wanted, int same, OrderListener<? super K> listener) {
        var staying = new HashSet<>(wanted.subList(same, wanted.size()));
        for (int place = keys.size() - 1; place >= same; place--) {
            if (!staying.contains(keys.get(place))) {
                listener.moved(keys.remove(place), place, OrderListener.NOWHERE);
            }
        }
    }

    /** Whether the key at a place alone went towards the tail, and those behind it moved up. */
    private static <K> boolean hasGoneBack(List<K> keys, List<K> wanted, int at) {
        return !keys.get(at).equals(wanted.get(at))
                && at + 1 < keys.size()
                && keys.get(at + 1).equals(wanted.get(at));
    }

    private static <K> void move(
            List<K> keys, int from, int to, OrderListener<? super K> listener) {
        int there = Math.min(to, keys.size() - 1);
        var key = keys.remove(from);
        keys.add(there, key);
        listener.moved(key, from, there);
    }

    private static <K> void come(List<K> keys, K key, int to, OrderListener<? super K> listener) {
        int from = keys.subList(to, keys.size()).indexOf(key);
        if (from >= 0) {
            move(keys, to + from, to, listener);
        } else {
            keys.add(to, key);
            listener.moved(key, OrderListener.NOWHERE, to);
        }
    }
}
