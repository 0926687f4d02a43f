package cachescope.engine.event;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that happened in a run, append-only. Appending takes a lock; reading takes none, so that a
 * slow disk can hold the run back but never the screen.
 *
 * <p>Memory holds the newest events, a window of a given size, fewer where their text is long. What
 * leaves it goes to a temporary file or is let go, as the {@link History} says. The file is written
 * in the background; if the disk is slower than the run, appending waits.
 */
public final class EventLog implements EventSink, AutoCloseable {
    /** How many of the newest events memory holds, unless told otherwise. */
    public static final int WINDOW_EVENTS = 262_144;

    /**
     * Where keys and statements are long, memory holds fewer events: those with so many characters.
     */
    static final long WINDOW_CHARACTERS = 32L << 20;

    /**
     * How often a lock that is taken is tried before waiting: it is held for less than a task takes
     * to wait.
     */
    private static final int TRIES = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<? super Event>> observers = new ArrayList<>();
    private final AtomicLong size = new AtomicLong();
    private final AtomicLong firstSeq = new AtomicLong();
    private final AtomicLong lastAt = new AtomicLong();
    private final int windowBlocks;
    private final @Nullable Spill spill;
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private volatile Consumer<? super String> onFailure = _ -> {};
    private volatile Block[] blocks = {};
    private int blockCount;
    private int leftCount;
    private long charactersHeld;
    private boolean ended;

    /** A log in memory alone that holds the default window and lets older events go. */
    public EventLog() {
        this(History.NONE, WINDOW_EVENTS);
    }

    /**
     * A log whose memory holds at least {@code windowEvents} of the newest events; its file is in
     * the system's folder.
     */
    public EventLog(History history, int windowEvents) {
        this(history, windowEvents, Path.of(System.getProperty("java.io.tmpdir")));
    }

    EventLog(History history, int windowEvents, Path folder) {
        if (windowEvents < 1) {
            throw new IllegalArgumentException(
                    "windowEvents " + windowEvents + ": expected at least 1");
        }
        this.spill = history == History.SPILL ? new Spill(folder, this::failed) : null;
        this.windowBlocks = (windowEvents + Block.EVENTS - 1) / Block.EVENTS;
    }

    /**
     * Adds an observer that is handed each event, in order, by the thread that appends it; only
     * before the first event.
     */
    public void observe(Consumer<? super Event> observer) {
        lock.lock();
        try {
            if (size.get() > 0) {
                throw new IllegalStateException(
                        "the log has begun: observers are added before the first event");
            }
            observers.add(observer);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Says who is told, once, in a sentence and on another thread, if the temporary file cannot be
     * written. From then on memory holds all that follows, so that nothing is lost; whoever runs
     * the run should end it. Set before the first event.
     */
    public void onFailure(Consumer<? super String> listener) {
        onFailure = listener;
    }

    /** Why the temporary file could not be written, in a sentence; empty if all is well. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure.get());
    }

    /**
     * Appends the last event: what a task that is still stopping tells after it is no part of the
     * run, and is not appended.
     */
    public void end(LongFunction<? extends Event> last) {
        lock.lock();
        try {
            append(last);
            ended = true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void append(LongFunction<? extends Event> event) {
        lock();
        try {
            if (ended) {
                return;
            }
            long seq = size.getPlain();
            Event made = event.apply(seq);
            if (made.seq() != seq) {
                throw new IllegalArgumentException(
                        "event carries seq " + made.seq() + ": expected " + seq);
            }
            blockOf(seq).add(made);
            lastAt.setRelease(Math.max(lastAt.getPlain(), made.at()));
            size.setRelease(seq + 1);
            for (var observer : observers) {
                observer.accept(made);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Runs a step between two appends, in which what the observers hold may be read; it holds the
     * run back meanwhile.
     */
    public <T> T between(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }

    /** How many events were appended: the seq that comes next. */
    public long size() {
        return size.getAcquire();
    }

    /** The oldest event that can be read; greater than 0 only where older events are let go. */
    public long firstSeq() {
        return firstSeq.getAcquire();
    }

    /** The greatest time of any event so far; 0 while there is none. */
    public long lastAt() {
        return lastAt.getAcquire();
    }

    /**
     * Hands on events in order, from {@code fromSeq} (or the oldest that can be read, if that is
     * later), at most {@code max}, and returns how many. From any thread; takes no lock that
     * appending takes, but may read a file.
     */
    public int read(long fromSeq, int max, Consumer<? super Event> reader) {
        long end = size();
        long next = Math.max(fromSeq, firstSeq());
        int count = 0;
        while (next < end && count < max) {
            var block = blocks[(int) (next / Block.EVENTS)];
            var events = eventsOf(block);
            if (events == null) {
                next = Math.max(next, firstSeq());
                continue;
            }
            int from = (int) (next - block.firstSeq());
            int to =
                    (int)
                            Math.min(
                                    Math.min(Block.EVENTS, end - block.firstSeq()),
                                    from + (long) max - count);
            for (int i = from; i < to; i++) {
                reader.accept(events[i]);
            }
            count += to - from;
            next += to - from;
        }
        return count;
    }

    /**
     * The first event in the log's order that took effect at that time or later, or {@link #size}
     * if there is none yet: every event before it took effect earlier.
     */
    public long firstSeqAtOrAfter(long at) {
        long end = size();
        int low = (int) (firstSeq() / Block.EVENTS);
        int high = (int) ((end + Block.EVENTS - 1) / Block.EVENTS);
        var directory = blocks;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (directory[middle].greatestAt() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        long found = (long) low * Block.EVENTS;
        var search = new FirstAtOrAfter(at);
        read(found, Block.EVENTS, search);
        return Math.min(end, search.found >= 0 ? search.found : found + Block.EVENTS);
    }

    /**
     * Stops writing and removes the temporary file; only what memory holds can be read from then
     * on.
     */
    @Override
    public void close() {
        if (spill != null) {
            spill.close();
        }
    }

    private void failed(String sentence) {
        if (failure.compareAndSet(null, sentence)) {
            onFailure.accept(sentence);
        }
    }

    private void lock() {
        for (int tries = 0; tries < TRIES; tries++) {
            if (lock.tryLock()) {
                return;
            }
            Thread.onSpinWait();
        }
        lock.lock();
    }

    private Block blockOf(long seq) {
        int index = (int) (seq / Block.EVENTS);
        if (index == blockCount) {
            addBlock(seq);
        }
        return blocks[index];
    }

    private void addBlock(long seq) {
        if (blockCount == blocks.length) {
            blocks = Arrays.copyOf(blocks, Math.max(16, blockCount * 2));
        }
        charactersHeld += blockCount == 0 ? 0 : blocks[blockCount - 1].characters();
        blocks[blockCount++] = new Block(seq, lastAt.getPlain());
        while (leftCount < blockCount - 1
                && (blockCount - 1 - leftCount > windowBlocks
                        || charactersHeld > WINDOW_CHARACTERS)) {
            charactersHeld -= blocks[leftCount].characters();
            leave(leftCount++);
        }
    }

    private void leave(int index) {
        if (spill != null) {
            spill.accept(blocks[index]);
        } else {
            firstSeq.setRelease((index + 1L) * Block.EVENTS);
            blocks[index].forget();
        }
    }

    /** The events of a block; none if they were let go. */
    private Event @Nullable [] eventsOf(Block block) {
        var inMemory = block.events();
        return inMemory == null && spill != null ? spill.read(block) : inMemory;
    }

    private static final class FirstAtOrAfter implements Consumer<Event> {
        private final long at;
        private long found = -1;

        FirstAtOrAfter(long at) {
            this.at = at;
        }

        @Override
        public void accept(Event event) {
            if (found < 0 && event.at() >= at) {
                found = event.seq();
            }
        }
    }
}
