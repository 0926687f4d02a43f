package cachescope.app.lru;

import cachescope.engine.event.Event;
import cachescope.engine.event.Removal;
import cachescope.engine.projection.order.CachePlace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two policies on the look-ups that a log has of one cache, each from an empty cache and as if it
 * were the only one: a look-up is a get that inserts on a miss, and what was dropped is dropped
 * from both. What was put without being looked up before is passed over. Expiry is not tried.
 */
final class Rivals {
    private final CachePlace place;
    private final Contender one;
    private final Contender other;
    private final Set<String> onlyOne = new LinkedHashSet<>();
    private final Set<String> onlyOther = new LinkedHashSet<>();
    private Optional<Difference> first = Optional.empty();

    /**
     * After a request the two hold different keys for the first time.
     *
     * @param seq the event that tells of the request
     * @param oneKeeps a key that only the first one holds
     * @param otherKeeps a key that only the second one holds
     */
    record Difference(long seq, long at, String oneKeeps, String otherKeeps) {}

    Rivals(CachePlace place, RivalPolicy one, RivalPolicy other, long capacity) {
        this.place = place;
        this.one = new Contender(one, capacity);
        this.other = new Contender(other, capacity);
    }

    Contender one() {
        return one;
    }

    Contender other() {
        return other;
    }

    /** The keys that only the first one holds. */
    List<String> onlyOne() {
        return List.copyOf(onlyOne);
    }

    List<String> onlyOther() {
        return List.copyOf(onlyOther);
    }

    Optional<Difference> first() {
        return first;
    }

    /** Takes in the next event. */
    void accept(Event event) {
        switch (event) {
            case Event.CacheRead read when place.isMeant(read) -> request(read);
            case Event.CacheRemoved removed
                    when place.isMeant(removed) && removed.removal() != Removal.EVICTED ->
                    remove(removed.key());
            case Event.NearFlushed flushed when flushed.node().equals(place.node()) -> clear();
            case Event.NodeStopped stopped when stopped.node().equals(place.node()) -> clear();
            case Event _ -> {}
        }
    }

    private void request(Event.CacheRead read) {
        var touched = new ArrayList<String>();
        touched.add(read.key());
        touched.addAll(one.request(read.key(), read.at()));
        touched.addAll(other.request(read.key(), read.at()));
        touched.forEach(this::compare);
        if (first.isEmpty() && (!onlyOne.isEmpty() || !onlyOther.isEmpty())) {
            first =
                    Optional.of(
                            new Difference(
                                    read.seq(),
                                    read.at(),
                                    onlyOne.stream().findFirst().orElse(""),
                                    onlyOther.stream().findFirst().orElse("")));
        }
    }

    private void remove(String key) {
        one.remove(key);
        other.remove(key);
        compare(key);
    }

    private void clear() {
        one.clear();
        other.clear();
        onlyOne.clear();
        onlyOther.clear();
    }

    private void compare(String key) {
        boolean inOne = one.holds(key);
        boolean inOther = other.holds(key);
        put(onlyOne, key, inOne && !inOther);
        put(onlyOther, key, inOther && !inOne);
    }

    private static void put(Set<String> keys, String key, boolean in) {
        if (in) {
            keys.add(key);
        } else {
            keys.remove(key);
        }
    }
}
