package cachescope.engine.projection.stampede;

import cachescope.engine.event.Event;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Removal;
import cachescope.engine.projection.RecentKeys;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The keys that were lately read, and which of them is the busiest. */
final class HotKeys {
    private static final String LOCK = "lock:";

    /** By how much more a key must be read to be the busiest of those with as many loads. */
    private static final double MUCH_MORE = 1.25;

    private final RecentKeys<HotKey> keys;
    private long epoch;
    private @Nullable String busiest;

    HotKeys() {
        this(new RecentKeys<>());
    }

    private HotKeys(RecentKeys<HotKey> keys) {
        this.keys = keys;
    }

    HotKeys copy() {
        var copy = new HotKeys(keys.copy());
        copy.epoch = epoch;
        copy.busiest = busiest;
        return copy;
    }

    Optional<String> busiest() {
        return Optional.ofNullable(busiest);
    }

    Optional<HotKey> known(String key) {
        return keys.get(key).map(known -> known.epoch() == epoch ? known : known.under(epoch));
    }

    /** Another strategy is in force: what is counted of a key begins again. */
    void beginAgain() {
        epoch++;
        busiest = null;
    }

    void read(String key, long at) {
        compare(change(key, hot -> hot.with(hot.demand().oneMore(at))));
    }

    /** The round in which it began. */
    long loadStarted(String key, long at) {
        var loading =
                change(key, hot -> hot.with(hot.loads().started(), hot.round().loadStarted(at)));
        compare(loading);
        return loading.round().number();
    }

    void loaded(OpenLoads.Load load, long nanos) {
        change(load.key(), hot -> hot.with(hot.loads().ended(nanos), hot.round()));
    }

    void loadFailed(OpenLoads.Load load) {
        change(load.key(), hot -> hot.with(hot.loads().failed(), hot.round()));
    }

    void wasNoLoad(OpenLoads.Load load) {
        change(
                load.key(),
                hot -> {
                    boolean counted =
                            hot.round().number() == load.round() && hot.round().loads() > 0;
                    return hot.with(
                            hot.loads().failed(), counted ? hot.round().noLoad() : hot.round());
                });
    }

    /**
     * Takes in a new entry; {@code round} is that of the load that it comes from, absent if a
     * writer set it. One that a load of an earlier round brings only replaces the entry.
     */
    void written(Event.CacheWritten written, Optional<Long> round) {
        var entry = new SharedEntry(written.at(), written.expiresAt(), written.version());
        change(
                written.key(),
                hot -> {
                    boolean byLoad = round.isPresent() && round.get() == hot.round().number();
                    return byLoad || round.isEmpty() || round.get() == Reader.NOT
                            ? hot.renewed(entry, byLoad)
                            : hot.with(Optional.of(entry), hot.round());
                });
    }

    /** The entry of a key was written or dropped. */
    void changed(String key) {
        if (keys.get(key).flatMap(HotKey::lock).filter(lock -> !lock.changed()).isPresent()) {
            change(key, hot -> hot.locked(hot.lock().map(KeyLock::whenChanged)));
        }
    }

    void dropped(String key, Removal removal) {
        if (removal != Removal.EXPIRED && keys.get(key).isPresent()) {
            change(key, hot -> hot.with(Optional.empty(), hot.round().dropped()));
        }
    }

    /** An entry that should be there and is not was evicted. */
    void lookedUp(Event.CacheRead read) {
        if (read.outcome() == Outcome.MISS) {
            known(read.key())
                    .flatMap(HotKey::entry)
                    .filter(entry -> entry.expiresAt() > read.at())
                    .ifPresent(_ -> dropped(read.key(), Removal.EVICTED));
        }
    }

    void locked(Event.LockTried tried) {
        if (tried.taken()) {
            change(
                    key(tried.key()),
                    hot -> {
                        long since =
                                hot.lock()
                                        .filter(lock -> lock.token().equals(tried.token()))
                                        .map(KeyLock::takenAt)
                                        .orElse(tried.at());
                        return hot.locked(
                                Optional.of(
                                        new KeyLock(
                                                tried.token(),
                                                tried.node(),
                                                since,
                                                tried.expiresAt(),
                                                false)));
                    });
        }
    }

    void released(Event.LockReleased released) {
        if (released.released()) {
            change(key(released.key()), hot -> hot.locked(Optional.empty()));
        }
    }

    void count(String key, UnaryOperator<GuardCounts> counted) {
        change(key, hot -> hot.with(counted.apply(hot.guard())));
    }

    void clear() {
        keys.clear();
        epoch = 0;
        busiest = null;
    }

    private HotKey of(String key) {
        return known(key).orElseGet(() -> HotKey.of(key, epoch));
    }

    private HotKey change(String key, UnaryOperator<HotKey> change) {
        var changed = change.apply(of(key));
        keys.put(key, changed);
        return changed;
    }

    /** The key that is locked may be the record's or bear a prefix. */
    private static String key(String locked) {
        return locked.startsWith(LOCK) ? locked.substring(LOCK.length()) : locked;
    }

    private void compare(HotKey one) {
        if (busiest == null || !one.key().equals(busiest) && isBusier(one, of(busiest))) {
            busiest = one.key();
        }
    }

    private static boolean isBusier(HotKey one, HotKey other) {
        int loads = Integer.compare(one.loads().most(), other.loads().most());
        return loads > 0 || loads == 0 && one.demand().reads() > MUCH_MORE * other.demand().reads();
    }
}
