package cachescope.app.lru;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys of a list from head to tail, of which those in the midst are only counted where there
 * are many.
 *
 * @param hidden how many stand between the two parts
 */
record Order(List<String> head, int hidden, List<String> tail) {
    static final Order EMPTY = new Order(List.of(), 0, List.of());

    /** How many keys are known at either end of a long list. */
    static final int WINDOW = 64;

    Order {
        head = List.copyOf(head);
        tail = List.copyOf(tail);
    }

    static Order of(List<String> keys) {
        return keys.size() <= 2 * WINDOW
                ? new Order(keys, 0, List.of())
                : new Order(
                        keys.subList(0, WINDOW),
                        keys.size() - 2 * WINDOW,
                        keys.subList(keys.size() - WINDOW, keys.size()));
    }

    int size() {
        return head.size() + hidden + tail.size();
    }

    /** The same without a key that is in the list. */
    Order without(String key) {
        int first = head.indexOf(key);
        if (first >= 0) {
            return new Order(removed(head, first), hidden, tail);
        }
        int last = tail.indexOf(key);
        return last >= 0
                ? new Order(head, hidden, removed(tail, last))
                : new Order(head, Math.max(0, hidden - 1), tail);
    }

    Order atHead(String key) {
        return new Order(inserted(head, 0, key), hidden, tail);
    }

    Order atTail(String key) {
        return tail.isEmpty() && hidden == 0
                ? new Order(inserted(head, head.size(), key), 0, tail)
                : new Order(head, hidden, inserted(tail, tail.size(), key));
    }

    /** The same with a key behind another; at the head if that one is empty. */
    Order behind(String other, String key) {
        if (other.isEmpty()) {
            return atHead(key);
        }
        int first = head.indexOf(other);
        if (first >= 0) {
            return new Order(inserted(head, first + 1, key), hidden, tail);
        }
        int last = tail.indexOf(other);
        return last >= 0
                ? new Order(head, hidden, inserted(tail, last + 1, key))
                : new Order(head, hidden + 1, tail);
    }

    /** What stands before a key; the sentinel before the first, the fold where it is not known. */
    Cell before(String key) {
        var all = cells();
        int at = all.indexOf(Cell.of(key));
        return at < 0 ? Cell.FOLD : all.get(at - 1);
    }

    /** What stands behind a key. */
    Cell behind(String key) {
        var all = cells();
        int at = all.indexOf(Cell.of(key));
        return at < 0 ? Cell.FOLD : all.get(at + 1);
    }

    /** What stands behind the first sentinel. */
    Cell first() {
        return cells().get(1);
    }

    /** What stands before the last sentinel. */
    Cell last() {
        var all = cells();
        return all.get(all.size() - 2);
    }

    /** Everything that is known of it, sentinels included. */
    List<Cell> cells() {
        return cells(Integer.MAX_VALUE);
    }

    /** The same in no more places than that, at least six: what does not fit is folded. */
    List<Cell> cells(int places) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.HEAD);
        boolean fits = hidden == 0 && size() + 2 <= places;
        int entries = Math.min(places, head.size() + tail.size() + 3) - 3;
        int behind = fits ? tail.size() : Math.min(hidden == 0 ? size() : tail.size(), entries / 3);
        int before = fits ? head.size() : Math.min(head.size(), entries - behind);
        head.subList(0, before).forEach(key -> cells.add(Cell.of(key)));
        if (!fits) {
            cells.add(Cell.FOLD);
        }
        last(behind).forEach(key -> cells.add(Cell.of(key)));
        cells.add(Cell.TAIL);
        return cells;
    }

    private List<String> last(int count) {
        if (count <= tail.size()) {
            return tail.subList(tail.size() - count, tail.size());
        }
        var all = new ArrayList<>(head);
        all.addAll(tail);
        return all.subList(all.size() - count, all.size());
    }

    private static List<String> removed(List<String> keys, int at) {
        var rest = new ArrayList<>(keys);
        rest.remove(at);
        return rest;
    }

    private static List<String> inserted(List<String> keys, int at, String key) {
        var more = new ArrayList<>(keys);
        more.add(at, key);
        return more;
    }
}
