package cachescope.engine.projection.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one key: the newest version committed, 0 if that is not known, and the copies of
 * it.
 */
public record Copies(long committed, List<Copy> all) {
    static final Copies NONE = new Copies(0, List.of());

    public Copies {
        all = List.copyOf(all);
    }

    /** The copy in a place, expired or not; empty where it was never written or was dropped. */
    public Optional<Copy> in(String place) {
        for (var copy : all) {
            if (copy.place().equals(place)) {
                return Optional.of(copy);
            }
        }
        return Optional.empty();
    }

    Copies committed(long version) {
        return version <= committed ? this : new Copies(version, all);
    }

    Copies with(Copy copy) {
        var next = new ArrayList<Copy>(all.size() + 1);
        for (var other : all) {
            if (!other.place().equals(copy.place())) {
                next.add(other);
            }
        }
        next.add(copy);
        return new Copies(committed, next);
    }

    Copies without(String place) {
        return in(place).isEmpty()
                ? this
                : new Copies(
                        committed,
                        all.stream().filter(copy -> !copy.place().equals(place)).toList());
    }
}
