package cachescope.engine.projection.stampede;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Tier;
import cachescope.engine.projection.Projection;
import java.util.List;
import java.util.Optional;

/**
 * What happens to keys around their expiry, as it is behind the last event that was handed in: so
 * it is fed up to the time that is shown, and no further. A read of the database is taken for a
 * load while it is in flight.
 */
public final class Stampedes implements Projection {
    private final HotKeys keys;
    private final Readers readers;
    private final OpenLoads loads;

    public Stampedes() {
        this(new HotKeys(), new Readers(), new OpenLoads());
    }

    private Stampedes(HotKeys keys, Readers readers, OpenLoads loads) {
        this.keys = keys;
        this.readers = readers;
        this.loads = loads;
    }

    /** A copy that goes its own way from here; it shares what neither of them changes. */
    public Stampedes copy() {
        return new Stampedes(keys.copy(), readers.copy(), loads.copy());
    }

    /** The key that had the most loads in flight at once; of several one that is read more. */
    public Optional<String> busiest() {
        return keys.busiest();
    }

    /** What is known of a key; empty if nothing is, or not any more. */
    public Optional<HotKey> of(String key) {
        return keys.known(key);
    }

    /** Who is busy with a key, in the order in which they came. */
    public List<Reader> readers(String key) {
        return readers.of(key);
    }

    @Override
    public void accept(Event event) {
        switch (event) {
            case Event.StrategyChanged _ -> keys.beginAgain();
            case Event.RequestStarted started -> requestStarted(started);
            case Event.RequestRouted routed ->
                    readers.of(new Cause.Request(routed.request()))
                            .ifPresent(reader -> readers.put(reader.on(routed.node())));
            case Event.RequestEnded ended -> readers.remove(new Cause.Request(ended.request()));
            case Event.CallStarted call -> callStarted(call);
            case Event.RecordRead read -> recordRead(read);
            case Event.TierFailed failed -> failed(failed);
            case Event.CacheWritten written when written.tier() == Tier.REDIS -> written(written);
            case Event.CacheRemoved removed when removed.tier() == Tier.REDIS -> {
                keys.dropped(removed.key(), removed.removal());
                keys.changed(removed.key());
            }
            case Event.CacheRead read when read.tier() == Tier.REDIS -> keys.lookedUp(read);
            case Event.LockTried tried -> keys.locked(tried);
            case Event.LockReleased released -> keys.released(released);
            case Event.WaitStarted wait ->
                    readers.of(wait.cause())
                            .ifPresent(reader -> readers.put(reader.waitingSince(wait.at())));
            case Event.WaitEnded wait ->
                    readers.of(wait.cause())
                            .ifPresent(reader -> readers.put(reader.waitingSince(Reader.NOT)));
            case Event.RefreshStarted refresh -> {
                keys.count(refresh.key(), GuardCounts::refreshed);
                background(refresh.cause(), refresh.key(), refresh.node(), refresh.at());
            }
            case Event.RefreshEnded refresh -> endBackground(refresh.cause());
            case Event.OfGuard guard -> ofGuard(guard);
            case Event.RunStarted _,
                    Event.RunEnded _,
                    Event.PaceChanged _,
                    Event.NodeStopped _,
                    Event.NodeStarted _,
                    Event.CacheRead _,
                    Event.CacheWritten _,
                    Event.CacheRemoved _,
                    Event.RecordWritten _,
                    Event.RecordRemoved _,
                    Event.CacheSwept _,
                    Event.MarksRead _,
                    Event.UndoOvertaken _,
                    Event.CommitUnanswered _,
                    Event.BatchFlushed _,
                    Event.MessagePublished _,
                    Event.MessageDelivered _,
                    Event.MessageLost _,
                    Event.TierRecovered _,
                    Event.PendingRead _,
                    Event.WriteQueued _,
                    Event.WriteCoalesced _,
                    Event.FlushRetried _,
                    Event.WriteDeadLettered _,
                    Event.WriteLost _,
                    Event.OfCopies _,
                    Event.Disturbed _ -> {}
        }
    }

    @Override
    public void clear() {
        keys.clear();
        readers.clear();
        loads.clear();
    }

    private void requestStarted(Event.RequestStarted started) {
        if (started.operation() == Operation.READ) {
            keys.read(started.key(), started.at());
            readers.put(
                    new Reader(
                            new Cause.Request(started.request()), started.key(), "", started.at()));
        }
    }

    private void callStarted(Event.CallStarted call) {
        if (call.tier() != Tier.DATABASE || call.kind() != CallKind.READ) {
            return;
        }
        background(call.cause(), call.key(), call.node(), call.at());
        long round = keys.loadStarted(call.key(), call.at());
        loads.started(call.call(), call.key(), round);
        readers.of(call.cause()).ifPresent(reader -> readers.put(reader.loading(call.at(), round)));
    }

    private void recordRead(Event.RecordRead read) {
        readers.of(read.cause()).ifPresent(reader -> readers.put(reader.loaded()));
        loads.ended(read.call())
                .ifPresent(load -> {
                    if (read.load()) {
                        keys.loaded(load, read.endedAt() - read.startedAt());
                    } else {
                        keys.wasNoLoad(load);
                    }
                });
    }

    private void failed(Event.TierFailed failed) {
        loads.ended(failed.call())
                .ifPresent(load -> {
                    keys.loadFailed(load);
                    readers.of(failed.cause()).ifPresent(reader -> readers.put(reader.loaded()));
                    endBackground(failed.cause());
                });
    }

    private void written(Event.CacheWritten written) {
        var reader = readers.of(written.cause()).filter(by -> by.key().equals(written.key()));
        if (written.stored()) {
            keys.written(written, reader.map(Reader::round));
            keys.changed(written.key());
        }
        endBackground(written.cause());
    }

    private void ofGuard(Event.OfGuard guard) {
        switch (guard) {
            case Event.GraceServed served -> keys.count(served.key(), GuardCounts::servedInGrace);
            case Event.LateRefreshStarted late -> {
                keys.count(late.key(), GuardCounts::refreshedLate);
                background(late.cause(), late.key(), late.node(), late.at());
            }
            case Event.LockTimedOut wait -> {
                keys.count(wait.key(), GuardCounts::gaveUp);
                readers.of(wait.cause())
                        .ifPresent(reader -> readers.put(reader.waitingSince(Reader.NOT)));
            }
        }
    }

    private void background(Cause cause, String key, String node, long at) {
        if (cause instanceof Cause.Background && readers.of(cause).isEmpty()) {
            readers.put(new Reader(cause, key, node, at));
        }
    }

    private void endBackground(Cause cause) {
        if (cause instanceof Cause.Background) {
            readers.remove(cause);
        }
    }
}
