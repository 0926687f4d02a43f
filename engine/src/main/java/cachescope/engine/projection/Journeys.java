package cachescope.engine.projection;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The journeys of requests and of background work that were lately on their way. It may be fed
 * ahead of the time that is shown: a journey stays until {@link #JOURNEYS_MAX} later ones have
 * ended.
 *
 * <p>A background journey is one piece of work by its cause: from its refresh's start, or its first
 * call, to the refresh's end, or the end of the last call that was open.
 */
public final class Journeys implements Projection {
    /** How many journeys are kept, those on their way included. */
    public static final int JOURNEYS_MAX = 4_000;

    /** How many calls of one journey are kept. */
    public static final int LEGS_MAX = 64;

    private final Map<Cause, Track> open = new LinkedHashMap<>();
    private final Deque<Journey> over = new ArrayDeque<>();
    private final Map<Cause, Integer> refreshing = new HashMap<>();
    private long droppedUntil;
    private long endedUntil;
    private long ended;
    private long untracked;

    /** A copy that goes its own way from here. */
    public Journeys copy() {
        var copy = copyOfOpen();
        copy.over.addAll(over);
        copy.droppedUntil = droppedUntil;
        return copy;
    }

    /**
     * A copy without the journeys that are over, which is small. When more than {@link
     * #JOURNEYS_MAX} further journeys have ended, it holds what a full copy would hold.
     */
    public Journeys copyOfOpen() {
        var copy = new Journeys();
        open.forEach((cause, track) -> copy.open.put(cause, track.copy()));
        copy.refreshing.putAll(refreshing);
        copy.droppedUntil = endedUntil;
        copy.endedUntil = endedUntil;
        copy.ended = ended;
        copy.untracked = untracked;
        return copy;
    }

    /** How many journeys have ended, those that were dropped included. */
    public long ended() {
        return ended;
    }

    /**
     * The journeys of which any part, from arrival to end, lies between the two times: those that
     * are over first, in the order of their ends. Cheap enough for every frame: the same object is
     * returned until something changes in it.
     */
    public List<Journey> overlapping(long from, long to) {
        var found = new ArrayList<Journey>();
        for (var journey : over) {
            if (journey.overlaps(from, to)) {
                found.add(journey);
            }
        }
        for (var track : open.values()) {
            if (track.overlaps(from, to)) {
                found.add(track.journey());
            }
        }
        return found;
    }

    /**
     * The time after which {@link #overlapping} knows every journey; before it some were dropped,
     * and only the tiers' load tells how many there were.
     */
    public long completeFrom() {
        return droppedUntil;
    }

    /**
     * How many requests were not taken in because {@link #JOURNEYS_MAX} others were on their way.
     */
    public long untracked() {
        return untracked;
    }

    @Override
    public void accept(Event event) {
        switch (event) {
            case Event.RequestStarted started ->
                    begin(
                            new Cause.Request(started.request()),
                            new Track(
                                    new Cause.Request(started.request()),
                                    started.operation(),
                                    started.key(),
                                    started.arrivedAt(),
                                    started.at()));
            case Event.RequestRouted routed -> {
                var track = open.get(new Cause.Request(routed.request()));
                if (track != null) {
                    track.routed(routed.node());
                }
            }
            case Event.RequestEnded ended -> requestEnded(ended);
            case Event.CallStarted call -> callStarted(call);
            case Event.CallEnded call when !call.isWholeCall() -> {}
            case Event.CallEnded call -> callEnded(call);
            case Event.RefreshStarted refresh ->
                    refreshStarted(refresh.cause(), refresh.key(), refresh.at());
            case Event.LateRefreshStarted refresh ->
                    refreshStarted(refresh.cause(), refresh.key(), refresh.at());
            case Event.RefreshEnded refresh -> {
                refreshing.computeIfPresent(
                        refresh.cause(), (_, count) -> count > 1 ? count - 1 : null);
                endIfIdle(refresh.cause(), refresh.at());
            }
            case Event.RunStarted _,
                    Event.RunEnded _,
                    Event.StrategyChanged _,
                    Event.PaceChanged _,
                    Event.NodeStopped _,
                    Event.NodeStarted _,
                    Event.TierRecovered _,
                    Event.PendingRead _,
                    Event.MessageDelivered _,
                    Event.MessageLost _,
                    Event.WriteQueued _,
                    Event.WriteCoalesced _,
                    Event.FlushRetried _,
                    Event.WriteDeadLettered _,
                    Event.WriteLost _,
                    Event.WaitStarted _,
                    Event.GraceServed _,
                    Event.LockTimedOut _,
                    Event.OfCopies _,
                    Event.Disturbed _,
                    Event.WaitEnded _ -> {}
        }
    }

    @Override
    public void clear() {
        open.clear();
        over.clear();
        refreshing.clear();
        droppedUntil = 0;
        endedUntil = 0;
        ended = 0;
        untracked = 0;
    }

    private void refreshStarted(Cause cause, String key, long at) {
        refreshing.merge(cause, 1, Integer::sum);
        background(cause, key, at);
    }

    private void requestEnded(Event.RequestEnded ended) {
        var cause = new Cause.Request(ended.request());
        var track = open.remove(cause);
        if (track == null) {
            track =
                    new Track(
                            cause,
                            ended.operation(),
                            ended.key(),
                            ended.arrivedAt(),
                            ended.startedAt());
        }
        track.ended(ended);
        keep(track);
    }

    private void callStarted(Event.CallStarted call) {
        switch (call.cause()) {
            case Cause.Request request -> {
                var track = open.get(request);
                if (track != null) {
                    track.callStarted(call);
                }
            }
            case Cause.Background background -> {
                background(background, call.key(), call.at());
                var track = open.get(background);
                if (track != null) {
                    track.callStarted(call);
                }
            }
        }
    }

    private void callEnded(Event.CallEnded call) {
        var track = open.get(call.cause());
        if (track != null) {
            track.callEnded(call);
            if (call.cause() instanceof Cause.Background background) {
                endIfIdle(background, call.endedAt());
            }
        }
    }

    private void background(Cause cause, String key, long at) {
        if (cause instanceof Cause.Background && !open.containsKey(cause)) {
            begin(cause, new Track(cause, null, key, at, at));
        }
    }

    private void endIfIdle(Cause cause, long at) {
        var track = open.get(cause);
        if (track != null
                && cause instanceof Cause.Background
                && !refreshing.containsKey(cause)
                && !track.hasOpenLegs()) {
            open.remove(cause);
            track.endedAt(at);
            keep(track);
        }
    }

    private void begin(Cause cause, Track track) {
        if (open.size() >= JOURNEYS_MAX) {
            untracked++;
            return;
        }
        open.put(cause, track);
        dropBeyondLimit();
    }

    private void keep(Track track) {
        var journey = track.journey();
        over.addLast(journey);
        ended++;
        endedUntil = Math.max(endedUntil, journey.endedAt());
        dropBeyondLimit();
    }

    private void dropBeyondLimit() {
        while (over.size() + open.size() > JOURNEYS_MAX && !over.isEmpty()) {
            droppedUntil = Math.max(droppedUntil, over.removeFirst().endedAt());
        }
    }
}
