package cachescope.engine.simulation;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Who comes next: strands by the virtual time at which they go on, and among those of one time as
 * the seed chooses. Guests come before tasks.
 *
 * <p>A strand's place among others of its time is a hash of the seed, its own number and how often
 * it has waited. So one that waits once more changes nothing for the others: two runs that differ
 * from some time on are the same before it.
 */
final class Agenda {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final PriorityQueue<Turn> turns = new PriorityQueue<>();
    private final long seed;

    Agenda(long seed) {
        this.seed = seed;
    }

    /** A strand's turn at a time; void if the strand has another appointment by then. */
    record Turn(long at, long order, Strand strand, long appointment) implements Comparable<Turn> {
        @Override
        public int compareTo(Turn other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    /** Lets a strand go on at a time; whatever was planned for it before is void. */
    void add(Strand strand, long at) {
        long appointment = strand.newAppointment();
        long order = strand.isGuest() ? Long.MIN_VALUE : order(strand.number(), appointment);
        turns.add(new Turn(at, order, strand, appointment));
    }

    /** Takes the next turn; absent if nobody has one. */
    @Nullable Turn next() {
        for (var turn = turns.poll(); turn != null; turn = turns.poll()) {
            if (turn.strand.keeps(turn.appointment)) {
                return turn;
            }
        }
        return null;
    }

    private long order(long number, long appointment) {
        return mixed(mixed(seed + number * GOLDEN_GAMMA) + appointment * GOLDEN_GAMMA);
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
