package cachescope.engine.projection.order;

import cachescope.engine.event.Event;
import cachescope.engine.projection.order.Entries.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** What is known of one cache at a time: its entries in their order, and what was last done. */
final class OrderState {
    /** Of this eviction no order is told. */
    private static final String BY_CHANCE = "sampled-lru";

    final CachePlace place;
    final Entries entries;
    CacheLimits limits = CacheLimits.NONE;
    Ranking ranking = Ranking.RECENCY;
    @Nullable Move last;
    @Nullable Node hand;

    /** Recorded seconds in one second, by which durations of a strategy are shorter; 0: as is. */
    double speed;

    /** Whether the cache tells each of its moves, so that nothing has to be derived. */
    boolean isTold;

    OrderState(CachePlace place) {
        this(place, new Entries());
    }

    private OrderState(CachePlace place, Entries entries) {
        this.place = place;
        this.entries = entries;
    }

    /** A copy that goes its own way from here. */
    OrderState copy() {
        var copy = new OrderState(place, entries.copy());
        copy.limits = limits;
        copy.ranking = ranking;
        copy.last = last;
        copy.isTold = isTold;
        copy.speed = speed;
        copy.hand = hand == null ? null : copy.entries.get(hand.key());
        return copy;
    }

    /** Hands on the keys, the one that would leave last first, and when each was last used. */
    void forEach(ObjLongConsumer<String> reader) {
        if (ranking == Ranking.FREQUENCY && !isTold) {
            inOrderOfFrequency().forEach(node -> reader.accept(node.key(), node.usedAt));
            return;
        }
        for (var node = entries.first(); node != null; node = entries.behind(node)) {
            reader.accept(node.key(), node.usedAt);
        }
    }

    private List<Node> inOrderOfFrequency() {
        var all = new ArrayList<Node>(entries.size());
        for (var node = entries.first(); node != null; node = entries.behind(node)) {
            all.add(node);
        }
        all.sort(Comparator.comparingInt((Node node) -> node.uses).reversed());
        return all;
    }

    /** A new strategy comes with new near caches; the shared one stays and is cut to its size. */
    void follow(CacheLimits next, long at) {
        if (!place.isShared()) {
            emptied(place.node(), at);
        }
        limits = next;
        ranking = Ranking.of(next.eviction());
        isTold &= place.isShared() && !next.eviction().equals(BY_CHANCE);
        hand = null;
        dropOverflow();
    }

    /** All entries of a near cache were dropped by its node. */
    void flushed(String node, long at) {
        if (!isTold) {
            emptied(node, at);
        } else if (node.equals(place.node())) {
            last = new Move(Move.Kind.EMPTIED, "", -1, at, "", List.of(), List.of());
        }
    }

    /** The near cache of a node is gone; the next one is empty. */
    void emptied(String node, long at) {
        if (!place.isShared() && node.equals(place.node())) {
            hand = null;
            if (entries.size() > 0) {
                entries.clear();
                last = new Move(Move.Kind.EMPTIED, "", -1, at, "", List.of(), List.of());
            }
        }
    }

    void forgetAll() {
        entries.clear();
        follow(CacheLimits.NONE, 0);
        last = null;
    }

    /** Another call begins, so what is still too much has left without a word: it had expired. */
    void begin(Event.CallEnded event) {
        if (last != null && event.call() != last.call()) {
            dropOverflow();
        }
    }

    private void dropOverflow() {
        if (limits.capacity() > 0) {
            dropDownTo(limits.capacity());
        }
        dropBeyondMost();
    }

    void dropBeyondMost() {
        dropDownTo(EntryOrder.ENTRIES_MAX);
    }

    private void dropDownTo(long most) {
        while (entries.size() > most) {
            drop(entries.last());
        }
    }

    /** Takes an entry out, if there is one; the hand goes on from where it was. */
    void drop(@Nullable Node node) {
        if (node != null) {
            if (node == hand) {
                hand = entries.before(node);
            }
            entries.remove(node);
        }
    }

    /** The key that stands before an entry; empty if it is the first. */
    String keyBefore(Node node) {
        var before = entries.before(node);
        return before == null ? "" : before.key();
    }

    /** Notes what a call did to a key that stood behind another one. */
    void did(Move.Kind kind, Event.CallEnded event, String key, String from) {
        last = new Move(kind, key, event.call(), event.at(), from, List.of(), List.of());
    }
}
