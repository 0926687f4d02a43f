package cachescope.engine.projection;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Tier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The latest events that people want to be told of; the words are the screen's. What goes wrong or
 * is changed is kept apart from what goes as it should, so that many commits do not push out the
 * one failure.
 */
public final class Feed implements Projection {
    /** How many events of each of the two kinds are kept. */
    public static final int EVENTS_MAX = 500;

    private final Deque<Event> notable;
    private final Deque<Event> ordinary;
    private final Set<Tier> failed;

    public Feed() {
        notable = new ArrayDeque<>();
        ordinary = new ArrayDeque<>();
        failed = EnumSet.noneOf(Tier.class);
    }

    private Feed(Feed other) {
        notable = new ArrayDeque<>(other.notable);
        ordinary = new ArrayDeque<>(other.ordinary);
        failed = EnumSet.copyOf(other.failed);
    }

    /** A copy that goes its own way from here. */
    public Feed copy() {
        return new Feed(this);
    }

    /** The last events up to a time, the latest first, at most {@code max}. */
    public List<Event> upTo(long time, int max) {
        return latest(List.of(notable, ordinary), time, max);
    }

    /**
     * The same without what goes as it should: commits, flushes, refreshes, misses of what had
     * expired, entries that a cache refused.
     */
    public List<Event> notableUpTo(long time, int max) {
        return latest(List.of(notable), time, max);
    }

    @Override
    public void accept(Event event) {
        switch (event) {
            case Event.RunStarted _,
                    Event.RunEnded _,
                    Event.StrategyChanged _,
                    Event.PaceChanged _,
                    Event.NodeStopped _,
                    Event.NodeStarted _,
                    Event.Disturbed _,
                    Event.LockTimedOut _,
                    Event.NearFlushed _,
                    Event.SubscriptionMade _,
                    Event.SubscriptionLost _,
                    Event.CommitUnanswered _,
                    Event.UndoOvertaken _,
                    Event.FlushRetried _,
                    Event.WriteDeadLettered _,
                    Event.WriteLost _,
                    Event.MessageLost _ ->
                    keep(notable, event);
            case Event.TierFailed failure -> {
                if (failure.isOfTier() && failed.add(failure.tier())) {
                    keep(notable, event);
                }
            }
            case Event.TierRecovered recovered -> {
                failed.remove(recovered.tier());
                keep(notable, event);
            }
            case Event.RequestEnded ended -> {
                if (ended.stale() || ended.failure() != null) {
                    keep(notable, event);
                }
            }
            case Event.RecordWritten written ->
                    keepUnlessBatched(event, written.batched(), written.undoes());
            case Event.RecordRemoved removed ->
                    keepUnlessBatched(event, removed.batched(), removed.undoes());
            case Event.CacheSwept _ -> keep(notable, event);
            case Event.BatchFlushed _, Event.RefreshEnded _, Event.WaitEnded _ ->
                    keep(ordinary, event);
            case Event.LockReleased lock -> {
                if (!lock.released()) {
                    keep(notable, event);
                }
            }
            case Event.CacheRead read -> {
                if (read.outcome() == Outcome.EXPIRED) {
                    keep(ordinary, event);
                }
            }
            case Event.CacheRemoved removed -> {
                boolean isLate = removed.cause() instanceof Cause.Background;
                if (isLate && removed.tier() == Tier.REDIS) {
                    keep(ordinary, event);
                }
            }
            case Event.RequestStarted _,
                    Event.RequestRouted _,
                    Event.CallStarted _,
                    Event.CacheWritten _,
                    Event.MarksRead _,
                    Event.RecordRead _,
                    Event.LockTried _,
                    Event.MessagePublished _,
                    Event.MessageDelivered _,
                    Event.WriteQueued _,
                    Event.WriteCoalesced _,
                    Event.PendingRead _,
                    Event.WaitStarted _,
                    Event.GraceServed _,
                    Event.LateRefreshStarted _,
                    Event.TagInvalidated _,
                    Event.EntryOrphaned _,
                    Event.CacheReordered _,
                    Event.RefreshStarted _ -> {}
        }
    }

    @Override
    public void clear() {
        notable.clear();
        ordinary.clear();
        failed.clear();
    }

    private void keepUnlessBatched(Event event, boolean batched, long undoes) {
        if (undoes > 0) {
            keep(notable, event);
        } else if (!batched) {
            keep(ordinary, event);
        }
    }

    private static void keep(Deque<Event> events, Event event) {
        events.addFirst(event);
        if (events.size() > EVENTS_MAX) {
            events.removeLast();
        }
    }

    private static List<Event> latest(List<Deque<Event>> kinds, long time, int max) {
        var found = new ArrayList<Event>();
        for (var events : kinds) {
            events.stream().filter(event -> event.at() <= time).limit(max).forEach(found::add);
        }
        found.sort(Comparator.comparingLong(Event::at).thenComparingLong(Event::seq).reversed());
        return List.copyOf(found.subList(0, Math.min(max, found.size())));
    }
}
