package cachescope.engine.simulation;

import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Who comes next: strands by the virtual time at which they go on, and among those of one time as
 * the seed chooses. Guests come before tasks and draw nothing.
 */
final class Agenda {
    private final PriorityQueue<Turn> turns = new PriorityQueue<>();
    private final RandomGenerator random;

    Agenda(RandomGenerator random) {
        this.random = random;
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
        long order = strand.isGuest() ? Long.MIN_VALUE : random.nextLong();
        turns.add(new Turn(at, order, strand, strand.newAppointment()));
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
}
