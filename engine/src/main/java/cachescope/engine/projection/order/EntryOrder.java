package cachescope.engine.projection.order;

import cachescope.engine.event.Event;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Removal;
import cachescope.engine.projection.Projection;
import cachescope.engine.projection.order.Entries.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one cache in their order behind the last event that was handed in: so it is fed up
 * to the time that is shown, and no further.
 *
 * <p>What is promised: where calls to the cache do not overlap the order is that of the cache. Of
 * calls that overlap the log knows when each was over, not in which order the cache served them, so
 * entries used at the same time may stand the other way round. Which entries are held is true again
 * with the next event that tells of each: an eviction removes the entry that really left, wherever
 * it was thought to be.
 */
public final class EntryOrder implements Projection {
    /** How many entries are held at most; of a larger cache the last ones are not shown. */
    public static final int ENTRIES_MAX = 262_144;

    private static final long TOMBSTONE_NANOS = Duration.ofSeconds(10).toNanos();

    /** How many of the last entries each new one in the shared cache looks at, to drop expired. */
    private static final int LOOKED_AT = 2;

    private final CachePlace place;
    private final BiPredicate<String, String> meant;
    private Entries entries;
    private CacheLimits limits = CacheLimits.NONE;
    private Ranking ranking = Ranking.RECENCY;
    private @Nullable Move last;
    private @Nullable Node hand;
    private long hits;
    private long misses;
    private long evictions;

    /**
     * @param meant whether a pattern of keys, the first, means a key
     */
    public EntryOrder(CachePlace place, BiPredicate<String, String> meant) {
        this(place, meant, new Entries());
    }

    private EntryOrder(CachePlace place, BiPredicate<String, String> meant, Entries entries) {
        this.place = place;
        this.meant = meant;
        this.entries = entries;
    }

    /** A copy that goes its own way from here. Takes time and room for each entry. */
    public EntryOrder copy() {
        var copy = new EntryOrder(place, meant, entries.copy());
        copy.limits = limits;
        copy.ranking = ranking;
        copy.last = last;
        copy.hand = hand == null ? null : copy.entries.get(hand.key());
        copy.hits = hits;
        copy.misses = misses;
        copy.evictions = evictions;
        return copy;
    }

    public CacheLimits limits() {
        return limits;
    }

    public Ranking ranking() {
        return ranking;
    }

    public int size() {
        return entries.size();
    }

    public long hits() {
        return hits;
    }

    public long misses() {
        return misses;
    }

    public long evictions() {
        return evictions;
    }

    /** What the last call did; empty before the first. */
    public Optional<Move> last() {
        return Optional.ofNullable(last);
    }

    /** Where SIEVE's search goes on; empty where it begins at the tail, or there is no hand. */
    public Optional<String> hand() {
        return Optional.ofNullable(hand).map(Node::key);
    }

    /** An entry by its key. */
    public Optional<Listed> get(String key) {
        return Optional.ofNullable(entries.get(key)).map(Node::listed);
    }

    /** All entries, the one that would leave last first. */
    public List<Listed> all() {
        var all = new ArrayList<Listed>(size());
        forEach((key, _) -> get(key).ifPresent(all::add));
        return all;
    }

    /** Hands on the keys, the one that would leave last first, and when each was last used. */
    public void forEach(ObjLongConsumer<String> reader) {
        if (ranking == Ranking.FREQUENCY) {
            inOrderOfFrequency().forEach(node -> reader.accept(node.key(), node.usedAt));
            return;
        }
        for (var node = entries.first(); node != null; node = entries.behind(node)) {
            reader.accept(node.key(), node.usedAt);
        }
    }

    private List<Node> inOrderOfFrequency() {
        var all = new ArrayList<Node>(size());
        for (var node = entries.first(); node != null; node = entries.behind(node)) {
            all.add(node);
        }
        all.sort(Comparator.comparingInt((Node node) -> node.uses).reversed());
        return all;
    }

    /** Whether a call was made to this cache. */
    public boolean isMeant(Event.CallEnded call) {
        return place.isMeant(call);
    }

    @Override
    public void accept(Event event) {
        switch (event) {
            case Event.CallEnded call -> {
                if (place.isMeant(call)) {
                    ofCall(call);
                }
            }
            case Event.RunStarted run -> follow(CacheLimits.of(run.strategy(), place), run.at());
            case Event.StrategyChanged change ->
                    follow(CacheLimits.of(change.strategy(), place), change.at());
            case Event.NearFlushed flushed -> emptied(flushed.node(), flushed.at());
            case Event.NodeStopped stopped -> emptied(stopped.node(), stopped.at());
            case Event.RunEnded _,
                    Event.PaceChanged _,
                    Event.RequestStarted _,
                    Event.RequestRouted _,
                    Event.RequestEnded _,
                    Event.NodeStarted _,
                    Event.CallStarted _,
                    Event.MessageDelivered _,
                    Event.MessageLost _,
                    Event.TierRecovered _,
                    Event.PendingRead _,
                    Event.WriteQueued _,
                    Event.WriteCoalesced _,
                    Event.FlushRetried _,
                    Event.WriteDeadLettered _,
                    Event.WriteLost _,
                    Event.WaitStarted _,
                    Event.WaitEnded _,
                    Event.OfGuard _,
                    Event.SubscriptionMade _,
                    Event.SubscriptionLost _,
                    Event.TagInvalidated _,
                    Event.EntryOrphaned _,
                    Event.Disturbed _,
                    Event.RefreshStarted _,
                    Event.RefreshEnded _ -> {}
        }
    }

    @Override
    public void clear() {
        entries.clear();
        follow(CacheLimits.NONE, 0);
        last = null;
        hits = 0;
        misses = 0;
        evictions = 0;
    }

    private void ofCall(Event.CallEnded call) {
        switch (call) {
            case Event.CacheRead read -> read(read);
            case Event.CacheWritten written -> written(written);
            case Event.CacheRemoved removed when removed.removal() == Removal.EVICTED ->
                    evicted(removed);
            case Event.CacheRemoved removed -> removed(removed);
            case Event.CacheSwept swept -> swept(swept);
            case Event.MarksRead _,
                    Event.RecordRead _,
                    Event.RecordWritten _,
                    Event.RecordRemoved _,
                    Event.UndoOvertaken _,
                    Event.CommitUnanswered _,
                    Event.BatchFlushed _,
                    Event.LockTried _,
                    Event.LockReleased _,
                    Event.MessagePublished _,
                    Event.TierFailed _ -> {}
        }
    }

    /** A new strategy comes with new near caches; the shared one stays and is cut to its size. */
    private void follow(CacheLimits next, long at) {
        if (!place.isShared()) {
            emptied(place.node(), at);
        }
        limits = next;
        ranking = Ranking.of(next.eviction());
        hand = null;
        dropOverflow();
    }

    private void emptied(String node, long at) {
        if (!place.isShared() && node.equals(place.node())) {
            hand = null;
            if (entries.size() > 0) {
                entries = new Entries();
                last = new Move(Move.Kind.EMPTIED, "", -1, at, "", List.of(), List.of());
            }
        }
    }

    private void read(Event.CacheRead event) {
        begin(event);
        var node = entries.get(event.key());
        if (event.outcome() == Outcome.HIT) {
            hits++;
            if (node == null) {
                node = entries.addFirst(event.key());
            }
            node.version = event.version();
            node.tombstone = false;
            moved(Move.Kind.FOUND, event, event.key(), node);
            return;
        }
        misses++;
        if (node != null && isKeptAfterMiss(node, event)) {
            moved(Move.Kind.ABSENT, event, event.key(), node);
            return;
        }
        moved(Move.Kind.ABSENT, event, event.key(), null);
        drop(node);
    }

    /** The shared cache keeps a tombstone, and what has expired until it comes across it. */
    private boolean isKeptAfterMiss(Node node, Event.CacheRead event) {
        return place.isShared() && (node.tombstone || node.expiresAt <= event.at());
    }

    private void written(Event.CacheWritten event) {
        begin(event);
        var node = entries.get(event.key());
        if (!event.stored()) {
            refused(event, node);
            return;
        }
        put(event, event.key(), node, false);
        var there = entries.get(event.key());
        if (there != null) {
            there.version = event.version();
            there.expiresAt = event.expiresAt();
        }
        dropExpired(event.at());
    }

    /** The shared cache looks an entry up, which is a use, before it keeps it. */
    private void refused(Event.CacheWritten event, @Nullable Node node) {
        if (place.isShared() && node != null) {
            moved(Move.Kind.REPLACED, event, event.key(), node);
        } else {
            last = move(Move.Kind.REFUSED, event, event.key(), "");
        }
    }

    private void put(Event.CallEnded event, String key, @Nullable Node node, boolean tombstone) {
        if (node == null) {
            var added = entries.addFirst(key);
            added.uses = 1;
            added.usedAt = event.at();
            added.tombstone = tombstone;
            last = move(Move.Kind.ADDED, event, key, "");
        } else {
            node.tombstone = tombstone;
            moved(Move.Kind.REPLACED, event, key, node);
        }
    }

    private void removed(Event.CacheRemoved event) {
        begin(event);
        var node = entries.get(event.key());
        boolean isOlder = node == null || node.version <= event.version();
        if (event.removal() == Removal.INVALIDATED && place.isShared() && event.version() > 0) {
            if (isOlder) {
                put(event, event.key(), node, true);
                var there = entries.get(event.key());
                if (there != null) {
                    there.version = event.version();
                    there.expiresAt = event.at() + TOMBSTONE_NANOS;
                }
                dropExpired(event.at());
            }
            return;
        }
        if (event.removal() == Removal.INVALIDATED && event.version() > 0 && !isOlder) {
            return;
        }
        if (node != null) {
            last = move(Move.Kind.REMOVED, event, event.key(), keyBefore(node));
            drop(node);
        }
    }

    private void swept(Event.CacheSwept event) {
        begin(event);
        for (var node = entries.first(); node != null; ) {
            var next = entries.behind(node);
            if (meant.test(event.pattern(), node.key())) {
                drop(node);
            }
            node = next;
        }
        last = move(Move.Kind.EMPTIED, event, "", "");
    }

    private void evicted(Event.CacheRemoved event) {
        evictions++;
        var victim = entries.get(event.key());
        var passed = victim == null ? List.<String>of() : pass(victim, event.call());
        if (last != null && last.call() == event.call()) {
            last = last.with(passed, event.key());
        }
        drop(victim);
    }

    /** Goes from where the policy begins to the victim, and takes the marks of who is passed. */
    private List<String> pass(Node victim, long call) {
        return switch (ranking) {
            case SECOND_CHANCE -> giveSecondChances(victim, call);
            case HAND -> moveHand(victim, call);
            case RECENCY, INSERTION, FREQUENCY, UNKNOWN -> List.of();
        };
    }

    private List<String> giveSecondChances(Node victim, long call) {
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
        var passed = new ArrayList<String>();
        var newest = newest(call);
        var node = hand == null ? entries.last() : hand;
        for (int i = 0; i < 2 * entries.size() && node != null && node != victim; i++) {
            if (node != newest) {
                node.marked = false;
                passed.add(node.key());
            }
            var before = entries.before(node);
            node = before == null ? entries.last() : before;
        }
        var before = entries.before(victim);
        hand = before == newest ? null : before;
        return passed;
    }

    /** The entry that the same call has put, if it is one. */
    private @Nullable Node newest(long call) {
        return last != null && last.call() == call ? entries.get(last.key()) : null;
    }

    /** Sets what a call did to an entry, and moves and marks it as the policy does for a use. */
    private void moved(Move.Kind kind, Event.CallEnded event, String key, @Nullable Node node) {
        last = move(kind, event, key, node == null ? "" : keyBefore(node));
        if (node == null) {
            return;
        }
        node.uses++;
        node.usedAt = event.at();
        node.marked = ranking.marks();
        if (ranking.usesMove()) {
            entries.moveFirst(node);
        }
    }

    private static Move move(Move.Kind kind, Event.CallEnded event, String key, String from) {
        return new Move(kind, key, event.call(), event.at(), from, List.of(), List.of());
    }

    private String keyBefore(Node node) {
        var before = entries.before(node);
        return before == null ? "" : before.key();
    }

    /** Another call begins, so what is still too much has left without a word: it had expired. */
    private void begin(Event.CallEnded event) {
        if (last != null && event.call() != last.call()) {
            dropOverflow();
        }
    }

    private void dropOverflow() {
        long most = limits.capacity() == 0 ? ENTRIES_MAX : Math.min(limits.capacity(), ENTRIES_MAX);
        while (entries.size() > most) {
            drop(entries.last());
        }
    }

    private void dropExpired(long at) {
        int most = place.isShared() && !limits.graceful() ? LOOKED_AT : 0;
        boolean isFull = limits.capacity() > 0;
        for (int i = 0; i < most || (isFull && entries.size() > limits.capacity()); i++) {
            var node = entries.last();
            if (node == null || node.expiresAt > at) {
                return;
            }
            drop(node);
        }
    }

    private void drop(@Nullable Node node) {
        if (node != null) {
            if (node == hand) {
                hand = entries.before(node);
            }
            entries.remove(node);
        }
    }
}
