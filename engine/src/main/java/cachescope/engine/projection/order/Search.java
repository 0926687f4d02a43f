package cachescope.engine.projection.order;

import cachescope.engine.projection.order.Entries.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is passed in the search for a victim by a policy whose entries bear marks. */
final class Search {
    private final OrderState state;

    Search(OrderState state) {
        this.state = state;
    }

    /** Goes from where the policy begins to the victim, and takes the marks of who is passed. */
    List<String> pass(Node victim, long call) {
        return switch (state.ranking) {
            case SECOND_CHANCE -> giveSecondChances(victim, call);
            case HAND -> moveHand(victim, call);
            case RECENCY, INSERTION, FREQUENCY, UNKNOWN, TOLD -> List.of();
        };
    }

    private List<String> giveSecondChances(Node victim, long call) {
        var entries = state.entries;
        var passed = new ArrayList<String>();
        var newest = newest(call);
        for (var node = entries.last();
                node != null && node != victim && node.marked;
                node = entries.last()) {
            node.marked = false;
            if (newest != null && newest == entries.first() && node != newest) {
                entries.moveBehind(node, newest);
            } else {
                entries.moveFirst(node);
            }
            passed.add(node.key());
        }
        return passed;
    }

    private List<String> moveHand(Node victim, long call) {
        var entries = state.entries;
        var passed = new ArrayList<String>();
        var newest = newest(call);
        var node = state.hand == null ? entries.last() : state.hand;
        for (int i = 0; i < 2 * entries.size() && node != null && node != victim; i++) {
            if (node != newest) {
                node.marked = false;
                passed.add(node.key());
            }
            var before = entries.before(node);
            node = before == null ? entries.last() : before;
        }
        var before = entries.before(victim);
        state.hand = before == newest ? null : before;
        return passed;
    }

    /** Who stands between where the hand is and a victim, if there is a hand. */
    List<String> onTheWayTo(Node victim) {
        var passed = new ArrayList<String>();
        var entries = state.entries;
        var node = state.hand == null ? entries.last() : state.hand;
        while (state.ranking == Ranking.HAND
                && node != null
                && node != victim
                && passed.size() < entries.size()) {
            passed.add(node.key());
            var before = entries.before(node);
            node = before == null ? entries.last() : before;
        }
        return passed;
    }

    /** Takes the marks of who was passed; the hand goes on from a key, or at the tail if empty. */
    void passed(List<String> keys, String from) {
        for (var key : keys) {
            var node = state.entries.get(key);
            if (node != null) {
                node.marked = false;
            }
        }
        state.hand = state.entries.get(from);
    }

    /** The entry that the same call has put, if it is one. */
    private @Nullable Node newest(long call) {
        var last = state.last;
        return last != null && last.call() == call ? state.entries.get(last.key()) : null;
    }
}
