package cachescope.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One line of work that takes turns with all others: a task of the simulation, or a guest, which is
 * a thread from outside that has something to do inside. Whoever has the turn is the only one that
 * touches a strand; {@link #give} and {@link #await} carry what was written from one to the next.
 */
final class Strand {
    private final long number;
    private final @Nullable Runnable work;
    private final List<Strand> joiners = new ArrayList<>(0);
    private @Nullable Thread thread;
    private volatile boolean turn;
    private long appointment;
    private boolean stopWanted;
    private boolean over;

    private Strand(long number, @Nullable Runnable work, @Nullable Thread thread) {
        this.number = number;
        this.work = work;
        this.thread = thread;
    }

    /** A task that has not begun; its number is its own in the simulation. */
    static Strand of(long number, Runnable work) {
        return new Strand(number, work, null);
    }

    /** The running thread, from outside. */
    static Strand guest() {
        return new Strand(0, null, Thread.currentThread());
    }

    long number() {
        return number;
    }

    boolean isGuest() {
        return work == null;
    }

    boolean isMine() {
        return thread == Thread.currentThread();
    }

    boolean hasBegun() {
        return thread != null;
    }

    /** Begins in the running thread. */
    void begin() {
        thread = Thread.currentThread();
        if (work != null) {
            work.run();
        }
    }

    /** Gives the turn to this strand, which has begun. */
    void give() {
        turn = true;
        LockSupport.unpark(thread);
    }

    /** Blocks the strand's own thread until it is given the turn. */
    void await() {
        boolean interrupted = false;
        while (!turn) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        turn = false;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The number of the next time that this strand will wake; makes earlier ones void. */
    long newAppointment() {
        return ++appointment;
    }

    boolean keeps(long number) {
        return appointment == number && !over;
    }

    /** Wants the strand to stop: its present or next wait ends. */
    void wantStop() {
        stopWanted = true;
    }

    /** Whether it was told to stop since it was asked last. */
    boolean takeStop() {
        boolean taken = stopWanted;
        stopWanted = false;
        return taken;
    }

    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
    }

    /** Those who wait for its end. */
    List<Strand> joiners() {
        return joiners;
    }
}
