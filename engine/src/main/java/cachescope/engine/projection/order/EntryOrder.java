package cachescope.engine.projection.order;

import cachescope.engine.event.Event;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Removal;
import cachescope.engine.projection.Projection;
import cachescope.engine.projection.order.Entries.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.ObjLongConsumer;

/**
 * The entries of one cache in their order behind the last event that was handed in: so it is fed up
 * to the time that is shown, and no further.
 *
 * <p>What is promised: where the cache tells each of its moves ({@link Event.CacheReordered}) the
 * order is that of the cache, and where it does not while calls to it do not overlap. Of calls that
 * overlap the log then knows when each was over, not in which order the cache served them, so
 * entries used at the same time may stand the other way round. Which entries are held is true again
 * with the next event that tells of each: an eviction removes the entry that really left, wherever
 * it was thought to be.
 */
public final class EntryOrder implements Projection {
    /** How many entries are held at most; of a larger cache the last ones are not shown. */
    public static final int ENTRIES_MAX = 262_144;

    private final BiPredicate<String, String> meant;
    private final OrderState state;
    private final DerivedMoves derived;
    private final ToldMoves told;
    private long hits;
    private long misses;
    private long evictions;

    /**
     * @param meant whether a pattern of keys, the first, means a key
     */
    public EntryOrder(CachePlace place, BiPredicate<String, String> meant) {
        this(new OrderState(place), meant);
    }

    private EntryOrder(OrderState state, BiPredicate<String, String> meant) {
        this.meant = meant;
        this.state = state;
        this.derived = new DerivedMoves(state, meant);
        this.told = new ToldMoves(state, meant);
    }

    /** A copy that goes its own way from here. Takes time and room for each entry. */
    public EntryOrder copy() {
        var copy = new EntryOrder(state.copy(), meant);
        copy.hits = hits;
        copy.misses = misses;
        copy.evictions = evictions;
        return copy;
    }

    public CacheLimits limits() {
        return state.limits;
    }

    public Ranking ranking() {
        return state.isTold && state.ranking == Ranking.UNKNOWN ? Ranking.TOLD : state.ranking;
    }

    public int size() {
        return state.entries.size();
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
        return Optional.ofNullable(state.last);
    }

    /** Where SIEVE's search goes on; empty where it begins at the tail, or there is no hand. */
    public Optional<String> hand() {
        return Optional.ofNullable(state.hand).map(Node::key);
    }

    /** An entry by its key. */
    public Optional<Listed> get(String key) {
        return Optional.ofNullable(state.entries.get(key)).map(Node::listed);
    }

    /** All entries, the one that would leave last first. */
    public List<Listed> all() {
        var all = new ArrayList<Listed>(size());
        forEach((key, _) -> get(key).ifPresent(all::add));
        return all;
    }

    /** Hands on the keys, the one that would leave last first, and when each was last used. */
    public void forEach(ObjLongConsumer<String> reader) {
        state.forEach(reader);
    }

    /** Whether a call was made to this cache. */
    public boolean isMeant(Event.CallEnded call) {
        return state.place.isMeant(call);
    }

    @Override
    public void accept(Event event) {
        switch (event) {
            case Event.CallEnded call -> {
                if (state.place.isMeant(call)) {
                    ofCall(call);
                }
            }
            case Event.RunStarted run -> {
                state.speed = run.speed();
                state.follow(CacheLimits.of(run.strategy(), state.place), run.at());
            }
            case Event.PaceChanged pace -> state.speed = pace.speed();
            case Event.StrategyChanged change ->
                    state.follow(CacheLimits.of(change.strategy(), state.place), change.at());
            case Event.NearFlushed flushed -> state.flushed(flushed.node(), flushed.at());
            case Event.NodeStopped stopped -> state.emptied(stopped.node(), stopped.at());
            case Event.CacheReordered move when state.place.isMeant(move) -> {
                state.isTold = true;
                told.moved(move);
            }
            case Event.CacheReordered _,
                    Event.RunEnded _,
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
        state.forgetAll();
        hits = 0;
        misses = 0;
        evictions = 0;
    }

    private void ofCall(Event.CallEnded call) {
        var moves = state.isTold ? told : derived;
        switch (call) {
            case Event.CacheRead read -> {
                count(read);
                moves.read(read);
            }
            case Event.CacheWritten written -> moves.written(written);
            case Event.CacheRemoved removed when removed.removal() == Removal.EVICTED -> {
                evictions++;
                moves.evicted(removed);
            }
            case Event.CacheRemoved removed -> moves.removed(removed);
            case Event.CacheSwept swept -> moves.swept(swept);
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

    private void count(Event.CacheRead read) {
        if (read.outcome() == Outcome.HIT) {
            hits++;
        } else {
            misses++;
        }
    }
}
