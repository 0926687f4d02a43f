package cachescope.engine.simulation;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that one strand runs at a time, and that virtual time moves only from one turn to the
 * next. Each strand itself hands its turn on when it waits or is over: there is no thread of a
 * scheduler in between. A strand that begins where another one ends takes over its thread.
 *
 * <p>Threads from outside come in as guests, before whoever is next on the agenda; the order among
 * the tasks does not depend on them.
 */
final class Turns {
    /** The time of what is planned for no time at all. */
    static final long NEVER = Long.MAX_VALUE;

    private final Agenda agenda;
    private final Queue<Strand> guests = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean resting = new AtomicBoolean(true);
    private volatile long now;
    private @Nullable Strand running;
    private boolean closed;

    Turns(Agenda agenda) {
        this.agenda = agenda;
    }

    long now() {
        return now;
    }

    /** The strand of the running thread; absent for a thread from outside. */
    private @Nullable Strand self() {
        var strand = running;
        return strand != null && strand.isMine() ? strand : null;
    }

    /** What a strand does with its turn; it may wait in it. */
    @FunctionalInterface
    interface Part<T, X extends Exception> {
        T as(Strand self) throws X;
    }

    /**
     * Takes part: at once for a task, as a guest from outside. A guest blocks until it has the
     * turn, and goes when its part is over.
     */
    <T, X extends Exception> T take(Part<T, X> part) throws X {
        var self = self();
        if (self != null) {
            return part.as(self);
        }
        var guest = enter();
        try {
            return part.as(guest);
        } finally {
            handOn(null);
        }
    }

    /** Runs a step while nobody else runs. */
    <T> T alone(Supplier<T> step) {
        return take(_ -> step.get());
    }

    private Strand enter() {
        var guest = Strand.guest();
        guests.add(guest);
        if (!resting.compareAndSet(true, false) || !handOn(guest)) {
            guest.await();
        }
        return guest;
    }

    /** Lets no task wait any more. */
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** Lets a strand go on now. */
    void wake(Strand strand) {
        if (strand.isGuest()) {
            strand.newAppointment();
            guests.add(strand);
        } else {
            agenda.add(strand, now);
        }
    }

    /**
     * Blocks the running strand until it is woken, at the latest at a time; throws if it was told
     * to stop.
     */
    void await(Strand self, long until) throws InterruptedException {
        if (Thread.interrupted() || self.takeStop() || (closed && !self.isGuest())) {
            throw new InterruptedException();
        }
        if (until == NEVER) {
            self.newAppointment();
        } else {
            agenda.add(self, until);
        }
        if (!handOn(self)) {
            self.await();
        }
        if (self.takeStop()) {
            throw new InterruptedException();
        }
    }

    /**
     * What the thread of a strand does when that is over: it runs on as the next one if that has
     * not begun.
     */
    private void runOn() {
        boolean whole = false;
        try {
            var next = takeNext();
            while (next != null && !next.hasBegun()) {
                Thread.interrupted(); // meant for the task that is over
                next.begin();
                next = takeNext();
            }
            whole = true;
            if (next != null) {
                next.give();
            }
        } finally {
            if (!whole) {
                handOn(null);
            }
        }
    }

    private void live(Strand first) {
        boolean whole = false;
        try {
            first.begin();
            whole = true;
        } finally {
            if (!whole) {
                handOn(null);
            }
        }
        runOn();
    }

    /** Gives the turn to the next strand; returns whether that is the running one. */
    private boolean handOn(@Nullable Strand self) {
        var next = takeNext();
        if (next == null || next == self) {
            return next != null;
        }
        if (next.hasBegun()) {
            next.give();
        } else {
            Thread.startVirtualThread(() -> live(next));
        }
        return false;
    }

    /** Takes the next strand, and moves time on to its turn; absent if there is none: all rest. */
    private @Nullable Strand takeNext() {
        var next = guests.poll();
        if (next == null) {
            var turn = agenda.next();
            if (turn != null) {
                now = Math.max(now, turn.at());
                next = turn.strand();
            }
        }
        running = next;
        return next == null ? rest() : next;
    }

    /** Lets all rest, unless a guest has come meanwhile that could not see it. */
    private @Nullable Strand rest() {
        resting.set(true);
        if (guests.isEmpty() || !resting.compareAndSet(true, false)) {
            return null;
        }
        var guest = guests.poll();
        running = guest;
        return guest;
    }
}
