package cachescope.engine.projection.stampede;

import java.util.Optional;

/**
 * What is known of one key since the strategy in force was.
 *
 * @param epoch the number of the strategy that the counts are of
 */
public record HotKey(
        String key,
        long epoch,
        Demand demand,
        Loads loads,
        Round round,
        Expiries expiries,
        GuardCounts guard,
        Optional<SharedEntry> entry,
        Optional<KeyLock> lock) {

    static HotKey of(String key, long epoch) {
        return new HotKey(
                key,
                epoch,
                new Demand(0, 0),
                Loads.NONE,
                Round.FIRST,
                Expiries.NONE,
                GuardCounts.NONE,
                Optional.empty(),
                Optional.empty());
    }

    /** The same key under another strategy: what is goes on, what was counted begins again. */
    HotKey under(long nextEpoch) {
        return new HotKey(
                key,
                nextEpoch,
                new Demand(0, 0),
                loads.anew(),
                round,
                Expiries.NONE,
                GuardCounts.NONE,
                entry,
                lock);
    }

    HotKey with(Demand next) {
        return new HotKey(key, epoch, next, loads, round, expiries, guard, entry, lock);
    }

    HotKey with(Loads next, Round nextRound) {
        return new HotKey(key, epoch, demand, next, nextRound, expiries, guard, entry, lock);
    }

    HotKey with(GuardCounts next) {
        return new HotKey(key, epoch, demand, loads, round, expiries, next, entry, lock);
    }

    HotKey with(Optional<SharedEntry> next, Round nextRound) {
        return new HotKey(key, epoch, demand, loads, nextRound, expiries, guard, next, lock);
    }

    HotKey locked(Optional<KeyLock> next) {
        return new HotKey(key, epoch, demand, loads, round, expiries, guard, entry, next);
    }

    /**
     * A next entry is there, by a load of this round or by a writer; after a load an entry that was
     * not dropped has ended by its age.
     */
    HotKey renewed(SharedEntry next, boolean byLoad) {
        boolean expiry = byLoad && round.byAge() && round.loads() > 0;
        boolean early = entry.filter(old -> round.firstLoadAt() < old.expiresAt()).isPresent();
        return new HotKey(
                key,
                epoch,
                demand,
                loads,
                round.next(),
                expiry
                        ? expiries.with(
                                new Expiry(
                                        next.writtenAt(),
                                        round.loads(),
                                        next.writtenAt() - round.firstLoadAt(),
                                        early))
                        : expiries,
                guard,
                Optional.of(next),
                lock);
    }
}
