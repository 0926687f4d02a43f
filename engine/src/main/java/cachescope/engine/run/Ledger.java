package cachescope.engine.run;

import cachescope.engine.port.CommitHistory;
import cachescope.engine.port.Commits;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The truth that reads are judged by: which version of which key was committed when. It is beside
 * the system and not part of it; it serves no read.
 *
 * <p>A commit takes its time while the ledger is locked, and a read is judged when it is over. So a
 * commit that took place before the read started is always known when the read is judged. Beyond
 * {@link #COMMITS_IN_MEMORY} commits, or {@link #CHARACTERS_IN_MEMORY} characters of keys, the
 * history moves to a file.
 */
public final class Ledger implements Commits, AutoCloseable {
    /** How many commits are held in memory. */
    public static final int COMMITS_IN_MEMORY = 400_000;

    /** How many characters of keys are held in memory. */
    public static final long CHARACTERS_IN_MEMORY = 16L << 20;

    private final LongSupplier now;
    private final Supplier<CommitHistory> file;
    private final int commitsInMemory;
    private CommitHistory history = new MemoryCommits();
    private long floor;

    public Ledger(LongSupplier now, Supplier<CommitHistory> file) {
        this(now, file, COMMITS_IN_MEMORY);
    }

    Ledger(LongSupplier now, Supplier<CommitHistory> file, int commitsInMemory) {
        this.now = now;
        this.file = file;
        this.commitsInMemory = commitsInMemory;
    }

    /** What is true of a read; {@code staleness} is in nanoseconds, 0 if the read is not stale. */
    public record Verdict(boolean stale, long staleness, boolean unflushed) {
        static final Verdict NONE = new Verdict(false, 0, false);
    }

    /** Says that every version up to this one was committed before the run. */
    public synchronized void startsAt(long version) {
        floor = version;
    }

    @Override
    public synchronized long committed(String key, long version) {
        long at = now.getAsLong();
        if (history instanceof MemoryCommits memory && isFull(memory)) {
            history = moved(memory);
        }
        history.add(key, version, at);
        return at;
    }

    private boolean isFull(MemoryCommits memory) {
        return memory.size() >= commitsInMemory || memory.characters() >= CHARACTERS_IN_MEMORY;
    }

    private CommitHistory moved(MemoryCommits memory) {
        var onFile = file.get();
        memory.forEach(commit -> onFile.add(commit.key(), commit.version(), commit.at()));
        memory.close();
        return onFile;
    }

    /**
     * Judges a read that returned a version: it is stale if a greater one had been committed before
     * it started; what is committed in that very moment comes after it. What it returned was
     * committed, even if its commit is being noted only now.
     */
    public synchronized Verdict judge(String key, long version, long startedAt) {
        var newest = history.newestAt(key, startedAt - 1);
        if (newest.isEmpty() || newest.getAsLong() <= version) {
            return Verdict.NONE;
        }
        long overtakenAt = history.firstAfter(key, version).orElse(startedAt);
        return new Verdict(true, startedAt - overtakenAt, false);
    }

    /**
     * Judges a read of a system that answers before it commits: it is unflushed if the version it
     * returned had not been committed when it ended.
     */
    public synchronized Verdict judgeUnflushed(
            String key, long version, long startedAt, long endedAt) {
        var verdict = judge(key, version, startedAt);
        boolean flushed = verdict.stale || version <= floor || committedBy(key, version, endedAt);
        return flushed ? verdict : new Verdict(false, 0, true);
    }

    /** A later version may have been committed in its place; then it never was. */
    private boolean committedBy(String key, long version, long at) {
        var thisOrNext = history.firstAfter(key, version - 1);
        return thisOrNext.isPresent()
                && thisOrNext.getAsLong() <= at
                && history.newestAt(key, thisOrNext.getAsLong()).orElse(0) == version;
    }

    @Override
    public synchronized void close() {
        history.close();
    }
}
