package cachescope.engine.projection.order;

import cachescope.engine.event.Event;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Removal;
import cachescope.engine.projection.order.Entries.Node;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What calls do to the order of a cache that tells each of its moves: these alone move entries, in
 * the order in which the cache did; calls only say what it was for. The moves of a call are told
 * before its end, those that leave to make room before what comes in.
 */
final class ToldMoves implements Moves {
    private final OrderState state;
    private final Search search;
    private final BiPredicate<String, String> meant;

    ToldMoves(OrderState state, BiPredicate<String, String> meant) {
        this.state = state;
        this.search = new Search(state);
        this.meant = meant;
    }

    /** Takes over a move. To find its place takes as many steps as the place counts. */
    void moved(Event.CacheReordered event) {
        var node = state.entries.get(event.key());
        if (event.to() < 0) {
            leave(event, node);
        } else if (event.from() < 0) {
            come(event, node);
        } else if (node != null) {
            move(event, node);
        }
    }

    private void leave(Event.CacheReordered event, @Nullable Node node) {
        if (node == null) {
            return;
        }
        var earlier = earlier(event);
        var passed = search.onTheWayTo(node);
        note(
                event,
                Move.Kind.REMOVED,
                from(event, node),
                passed.isEmpty() && earlier != null ? earlier.passed() : passed,
                left(earlier, event.key()));
        state.drop(node);
    }

    private void come(Event.CacheReordered event, @Nullable Node there) {
        var earlier = earlier(event);
        var node = there == null ? state.entries.addFirst(event.key()) : there;
        node.uses = 1;
        node.usedAt = event.at();
        state.entries.moveTo(node, event.to());
        var left = left(earlier, event.key());
        var passed = earlier == null ? List.<String>of() : earlier.passed();
        if (!left.isEmpty() && earlier != null && state.ranking == Ranking.HAND) {
            search.passed(passed, earlier.from());
        }
        note(event, Move.Kind.ADDED, "", passed, left);
        state.dropBeyondMost();
    }

    private void move(Event.CacheReordered event, Node node) {
        var earlier = earlier(event);
        boolean again = state.ranking == Ranking.SECOND_CHANCE;
        if (again) {
            node.marked = false;
        }
        var before = earlier == null ? List.<String>of() : earlier.passed();
        note(
                event,
                Move.Kind.FOUND,
                from(event, node),
                again ? with(before, event.key()) : before,
                List.of());
        state.entries.moveTo(node, event.to());
    }

    /** What was told of the same call before. */
    private @Nullable Move earlier(Event.CacheReordered event) {
        var last = state.last;
        return last != null && event.call() >= 0 && last.call() == event.call() ? last : null;
    }

    /** The key that stood before an entry when the call began. */
    private String from(Event.CacheReordered event, Node node) {
        var earlier = earlier(event);
        return earlier != null && earlier.key().equals(event.key())
                ? earlier.from()
                : state.keyBefore(node);
    }

    /** Who left in the same call before, other than the key. */
    private static List<String> left(@Nullable Move earlier, String key) {
        if (earlier == null || earlier.kind() != Move.Kind.REMOVED || earlier.key().equals(key)) {
            return List.of();
        }
        return with(earlier.left(), earlier.key());
    }

    private static List<String> with(List<String> keys, String key) {
        return Stream.concat(keys.stream(), Stream.of(key)).toList();
    }

    /** What moves without a call, as when a strategy changes, is no operation. */
    private void note(
            Event.CacheReordered event,
            Move.Kind kind,
            String from,
            List<String> passed,
            List<String> left) {
        if (event.call() >= 0) {
            state.last = new Move(kind, event.key(), event.call(), event.at(), from, passed, left);
        }
    }

    @Override
    public void read(Event.CacheRead event) {
        var node = state.entries.get(event.key());
        if (event.outcome() != Outcome.HIT) {
            was(Move.Kind.ABSENT, event, event.key(), null);
        } else if (node != null) {
            use(node, event);
            node.version = event.version();
            node.tombstone = false;
            was(Move.Kind.FOUND, event, event.key(), node);
        }
    }

    @Override
    public void written(Event.CacheWritten event) {
        var node = state.entries.get(event.key());
        if (!event.stored()) {
            was(Move.Kind.REFUSED, event, event.key(), null);
        } else if (node != null) {
            put(event, event.key(), node, event.version(), event.expiresAt());
            node.tombstone = false;
        }
    }

    @Override
    public void removed(Event.CacheRemoved event) {
        var node = state.entries.get(event.key());
        boolean leavesTombstone =
                event.removal() == Removal.INVALIDATED
                        && state.place.isShared()
                        && event.version() > 0;
        if (leavesTombstone && node != null && node.version <= event.version()) {
            long until = event.at() + DerivedMoves.TOMBSTONE_NANOS;
            put(event, event.key(), node, event.version(), until);
            node.tombstone = true;
        }
    }

    private void put(Event.CallEnded event, String key, Node node, long version, long expiresAt) {
        node.version = version;
        node.expiresAt = expiresAt;
        var last = state.last;
        boolean isNew =
                last != null && last.call() == event.call() && last.kind() == Move.Kind.ADDED;
        if (!isNew) {
            use(node, event);
            was(Move.Kind.REPLACED, event, key, node);
        }
    }

    private void use(Node node, Event.CallEnded event) {
        node.uses++;
        node.usedAt = event.at();
        node.marked = state.ranking.marks();
    }

    /** Says what the moves of a call were for; where there were none, it moved nothing. */
    private void was(Move.Kind kind, Event.CallEnded event, String key, @Nullable Node node) {
        var last = state.last;
        if (last != null && last.call() == event.call() && last.key().equals(key)) {
            state.last = last.as(kind);
        } else {
            state.did(kind, event, key, node == null ? "" : state.keyBefore(node));
        }
    }

    @Override
    public void swept(Event.CacheSwept event) {
        for (var node = state.entries.first(); node != null; node = state.entries.behind(node)) {
            node.tombstone |= meant.test(event.pattern(), node.key());
        }
        state.did(Move.Kind.EMPTIED, event, "", "");
    }

    @Override
    public void evicted(Event.CacheRemoved event) {
        // its leaving was told
    }
}
