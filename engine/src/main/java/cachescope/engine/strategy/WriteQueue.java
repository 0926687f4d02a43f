package cachescope.engine.strategy;

import java.time.Duration;

/**
 * The settings of write-behind.
 *
 * @param delay how long a write may wait for others before its batch is flushed
 * @param batch the most writes in one transaction
 * @param capacity the most keys that may be pending; a write beyond that waits
 * @param attempts how often a batch is tried before its writes become dead letters
 * @param backoff the wait before the second attempt; it doubles with each further one
 */
public record WriteQueue(Duration delay, int batch, int capacity, int attempts, Duration backoff) {
    public static final WriteQueue DEFAULT =
            new WriteQueue(Duration.ofSeconds(1), 100, 10_000, 5, Duration.ofMillis(100));

    public WriteQueue withDelay(Duration newDelay) {
        return new WriteQueue(newDelay, batch, capacity, attempts, backoff);
    }

    public WriteQueue withBatch(int newBatch) {
        return new WriteQueue(delay, newBatch, capacity, attempts, backoff);
    }

    public WriteQueue withCapacity(int newCapacity) {
        return new WriteQueue(delay, batch, newCapacity, attempts, backoff);
    }

    public WriteQueue withAttempts(int newAttempts) {
        return new WriteQueue(delay, batch, capacity, newAttempts, backoff);
    }

    public WriteQueue withBackoff(Duration newBackoff) {
        return new WriteQueue(delay, batch, capacity, attempts, newBackoff);
    }
}
