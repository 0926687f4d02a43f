package cachescope.engine.event;

/** Waiting for a thread to end whatever happens to the one that waits. */
final class Threads {
    private Threads() {}

    /** Blocks until a thread is over; an interrupt is kept for later. */
    static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException stop) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
