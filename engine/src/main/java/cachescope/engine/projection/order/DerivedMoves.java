package cachescope.engine.projection.order;

import cachescope.engine.event.Event;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Removal;
import cachescope.engine.projection.order.Entries.Node;
import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** What calls do to the order of a cache, as it follows from what each of them is known to do. */
final class DerivedMoves implements Moves {
    static final long TOMBSTONE_NANOS = Duration.ofSeconds(10).toNanos();

    /** How many of the last entries each new one in the shared cache looks at, to drop expired. */
    private static final int LOOKED_AT = 2;

    private final OrderState state;
    private final Search search;
    private final BiPredicate<String, String> meant;

    DerivedMoves(OrderState state, BiPredicate<String, String> meant) {
        this.state = state;
        this.search = new Search(state);
        this.meant = meant;
    }

    @Override
    public void read(Event.CacheRead event) {
        state.begin(event);
        var node = state.entries.get(event.key());
        if (event.outcome() == Outcome.HIT) {
            if (node == null) {
                node = state.entries.addFirst(event.key());
            }
            node.version = event.version();
            node.tombstone = false;
            use(Move.Kind.FOUND, event, event.key(), node);
        } else if (node != null && isKeptAfterMiss(node, event)) {
            use(Move.Kind.ABSENT, event, event.key(), node);
        } else {
            state.did(Move.Kind.ABSENT, event, event.key(), "");
            state.drop(node);
        }
    }

    /** The shared cache keeps a tombstone, and what has expired until it comes across it. */
    private boolean isKeptAfterMiss(Node node, Event.CacheRead event) {
        return state.place.isShared() && (node.tombstone || node.expiresAt <= event.at());
    }

    @Override
    public void written(Event.CacheWritten event) {
        state.begin(event);
        var node = state.entries.get(event.key());
        if (!event.stored()) {
            refused(event, node);
            return;
        }
        var there = put(event, event.key(), node, false);
        there.version = event.version();
        there.expiresAt = state.limits.expiry(event.expiresAt(), event.at(), state.speed);
        dropExpired(event.at());
    }

    /** The shared cache looks an entry up, which is a use, before it keeps it. */
    private void refused(Event.CacheWritten event, @Nullable Node node) {
        if (state.place.isShared() && node != null) {
            use(Move.Kind.REPLACED, event, event.key(), node);
        } else {
            state.did(Move.Kind.REFUSED, event, event.key(), "");
        }
    }

    private Node put(Event.CallEnded event, String key, @Nullable Node node, boolean tombstone) {
        if (node != null) {
            node.tombstone = tombstone;
            use(Move.Kind.REPLACED, event, key, node);
            return node;
        }
        var added = state.entries.addFirst(key);
        added.uses = 1;
        added.usedAt = event.at();
        added.tombstone = tombstone;
        state.did(Move.Kind.ADDED, event, key, "");
        return added;
    }

    @Override
    public void removed(Event.CacheRemoved event) {
        state.begin(event);
        var node = state.entries.get(event.key());
        boolean isOlder = node == null || node.version <= event.version();
        if (event.removal() == Removal.INVALIDATED
                && state.place.isShared()
                && event.version() > 0) {
            if (isOlder) {
                var there = put(event, event.key(), node, true);
                there.version = event.version();
                there.expiresAt = event.at() + TOMBSTONE_NANOS;
                dropExpired(event.at());
            }
            return;
        }
        if (event.removal() == Removal.INVALIDATED && event.version() > 0 && !isOlder) {
            return;
        }
        if (node != null) {
            state.did(Move.Kind.REMOVED, event, event.key(), state.keyBefore(node));
            state.drop(node);
        }
    }

    @Override
    public void swept(Event.CacheSwept event) {
        state.begin(event);
        for (var node = state.entries.first(); node != null; ) {
            var next = state.entries.behind(node);
            if (meant.test(event.pattern(), node.key())) {
                state.drop(node);
            }
            node = next;
        }
        state.did(Move.Kind.EMPTIED, event, "", "");
    }

    @Override
    public void evicted(Event.CacheRemoved event) {
        var victim = state.entries.get(event.key());
        var passed = victim == null ? List.<String>of() : search.pass(victim, event.call());
        var last = state.last;
        if (last != null && last.call() == event.call()) {
            state.last = last.with(passed, event.key());
        }
        state.drop(victim);
    }

    /** Notes what a call did to an entry, and moves and marks it as the policy does for a use. */
    private void use(Move.Kind kind, Event.CallEnded event, String key, Node node) {
        state.did(kind, event, key, state.keyBefore(node));
        node.uses++;
        node.usedAt = event.at();
        node.marked = state.ranking.marks();
        if (state.ranking.usesMove()) {
            state.entries.moveFirst(node);
        }
    }

    private void dropExpired(long at) {
        var limits = state.limits;
        int most = state.place.isShared() && !limits.graceful() ? LOOKED_AT : 0;
        boolean isFull = limits.capacity() > 0;
        for (int i = 0; i < most || (isFull && state.entries.size() > limits.capacity()); i++) {
            var node = state.entries.last();
            if (node == null || node.expiresAt > at) {
                return;
            }
            state.drop(node);
        }
    }
}
