package cachescope.engine.event;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A bounded queue to a writer in the background. It blocks rather than drops, and no interrupt
 * makes it lose anything: a task that is told to stop still hands over what it has.
 */
final class Handover<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<T> queue = new ArrayDeque<>();
    private final int capacity;
    private boolean closed;

    Handover(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Hands something over; blocks while the queue is full. Returns false, at once, if it was
     * closed.
     */
    boolean put(T item) {
        lock.lock();
        try {
            while (queue.size() >= capacity && !closed) {
                changed.awaitUninterruptibly();
            }
            if (!closed) {
                queue.addLast(item);
                changed.signalAll();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next thing; blocks until there is one. Empty when the queue was closed and all was taken.
     */
    Optional<T> take() {
        lock.lock();
        try {
            while (queue.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            var next = Optional.ofNullable(queue.pollFirst());
            changed.signalAll();
            return next;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return queue.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more; what is queued can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Closes, and drops what is queued: nobody will take it. */
    void abandon() {
        lock.lock();
        try {
            queue.clear();
            close();
        } finally {
            lock.unlock();
        }
    }
}
