package cachescope.engine.port.observed;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventSink;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Removal;
import cachescope.engine.event.Span;
import cachescope.engine.event.Tier;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.Caller;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Glob;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Stamp;
import cachescope.engine.port.observed.Calls.Call;
import java.util.List;
import java.util.Optional;

/** A cache whose calls become events. */
public final class ObservedCache implements CacheStore {
    private final CacheStore cache;
    private final Tier tier;
    private final Calls calls;
    private final ExpiryMemory expiries;
    private final boolean judged;

    public ObservedCache(CacheStore cache, Tier tier, Calls calls) {
        this(cache, tier, calls, new ExpiryMemory());
    }

    /** One of several ways to the same cache, which share what is remembered of its entries. */
    public ObservedCache(CacheStore cache, Tier tier, Calls calls, ExpiryMemory expiries) {
        this(cache, tier, calls, expiries, false);
    }

    private ObservedCache(
            CacheStore cache, Tier tier, Calls calls, ExpiryMemory expiries, boolean judged) {
        this.cache = cache;
        this.tier = tier;
        this.calls = calls;
        this.expiries = expiries;
        this.judged = judged;
    }

    /** The same for a cache of which to be asked for a stamp is a call of its own. */
    public ObservedCache judged() {
        return new ObservedCache(cache, tier, calls, expiries, true);
    }

    @Override
    public Optional<Entry> get(String key) throws CacheUnavailable {
        return calls.observe(
                new Call(CallKind.GET, tier, key),
                () -> cache.get(key),
                (sink, span, found) -> read(sink, span, key, found));
    }

    @Override
    public boolean put(String key, Entry entry, PutCondition condition) throws CacheUnavailable {
        return calls.observe(
                        new Call(CallKind.PUT, tier, key),
                        () -> new Change<>(cache.put(key, entry, condition)),
                        (sink, span, change) -> written(sink, span, key, entry, change))
                .made;
    }

    @Override
    public void invalidate(String key, long version) throws CacheUnavailable {
        calls.observe(
                new Call(CallKind.INVALIDATE, tier, key),
                () -> {
                    cache.invalidate(key, version);
                    return new Change<>(version);
                },
                (sink, span, change) -> {
                    removed(sink, span, key, Removal.INVALIDATED, change.made);
                    evicted(sink, span, change);
                });
    }

    @Override
    public void remove(String key) throws CacheUnavailable {
        calls.observe(
                new Call(CallKind.REMOVE, tier, key),
                () -> {
                    cache.remove(key);
                    return 0L;
                },
                (sink, span, none) -> removed(sink, span, key, Removal.DELETED, none));
    }

    @Override
    public long removeMatching(Glob glob) throws CacheUnavailable {
        return calls.observe(
                new Call(CallKind.SWEEP, tier, glob.text()),
                () -> cache.removeMatching(glob),
                (sink, span, keys) -> swept(sink, span, glob, keys));
    }

    @Override
    public Stamp stamp(String key) throws CacheUnavailable {
        return judged
                ? calls.observe(
                        new Call(CallKind.STAMP, tier, key),
                        () -> cache.stamp(key),
                        (sink, span, stamp) -> marksRead(sink, span, key, stamp))
                : cache.stamp(key);
    }

    /** What a call changed: its answer, and which entries had to leave for it. */
    private record Change<T>(T made, List<CallNotes.Evicted> evicted) {
        Change(T made) {
            this(made, CallNotes.evicted());
        }
    }

    private void read(EventSink sink, Span span, String key, Optional<Entry> found) {
        var outcome = found.isPresent() ? Outcome.HIT : expiries.missed(key, span.endedAt());
        long version = found.map(Entry::version).orElse(0L);
        Caller.CURRENT.get().lookedUp(tier, outcome);
        sink.append(seq -> new Event.CacheRead(seq, span, key, outcome, version));
    }

    private static void marksRead(EventSink sink, Span span, String key, Stamp stamp) {
        sink.append(seq -> new Event.MarksRead(seq, span, key, stamp.marks().size()));
    }

    private void written(
            EventSink sink, Span span, String key, Entry entry, Change<Boolean> change) {
        boolean stored = change.made;
        if (stored) {
            expiries.written(key, entry.expiresAt(), span.endedAt());
        }
        sink.append(seq ->
                new Event.CacheWritten(seq, span, key, entry.version(), stored, entry.expiresAt()));
        evicted(sink, span, change);
    }

    /** Evictions take effect with the call that they make room for, and bear its number. */
    private void evicted(EventSink sink, Span span, Change<?> change) {
        var part = span.withoutStatements();
        for (var victim : change.evicted) {
            removed(sink, part, victim.key(), Removal.EVICTED, victim.version());
        }
    }

    private void swept(EventSink sink, Span span, Glob glob, long keys) {
        expiries.removed(glob);
        sink.append(seq -> new Event.CacheSwept(seq, span, glob.text(), keys));
    }

    private void removed(EventSink sink, Span span, String key, Removal removal, long version) {
        expiries.removed(key);
        sink.append(seq -> new Event.CacheRemoved(seq, span, key, removal, version));
    }
}
