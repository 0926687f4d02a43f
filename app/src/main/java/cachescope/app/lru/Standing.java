package cachescope.app.lru;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How two policies stand at a time. Nothing changes it.
 *
 * @param first their first difference in the whole log, as far as it was read
 */
record Standing(RivalWish wish, Side one, Side other, Optional<Rivals.Difference> first) {

    /**
     * One of them.
     *
     * @param keys what it holds, the one that would leave last first; of many the first ones
     * @param size how many it holds
     * @param alone those of the keys that the other one does not hold
     */
    record Side(
            List<String> keys,
            int size,
            Set<String> alone,
            double hitRatio,
            long evictions,
            long agreed,
            Optional<Contender.Departure> last) {

        /** How many keys can be drawn. */
        static final int KEYS_MAX = 512;

        static Side of(Contender contender, List<String> alone) {
            boolean chance = contender.policy().samples() > 0;
            var all = chance ? contender.byLastUse() : contender.keys();
            return new Side(
                    List.copyOf(all.subList(0, Math.min(all.size(), KEYS_MAX))),
                    all.size(),
                    Set.copyOf(alone),
                    contender.hitRatio(),
                    contender.evictions(),
                    contender.agreed(),
                    contender.last());
        }
    }

    static Standing of(RivalWish wish, Rivals rivals, Optional<Rivals.Difference> first) {
        return new Standing(
                wish,
                Side.of(rivals.one(), rivals.onlyOne()),
                Side.of(rivals.other(), rivals.onlyOther()),
                first);
    }
}
