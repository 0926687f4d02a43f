package cachescope.engine.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that happened in a run. The screen draws these and nothing else.
 *
 * <p>Times are whole nanoseconds from the run's start. The components stand in the order in which
 * they are written to a log file, those of a {@link Span} in its place, but its statements last.
 */
public sealed interface Event {

    /** The event's place in the log: counts from 0 without a gap. */
    long seq();

    /** When it took effect. */
    long at();

    /** An event that is the end of a call. */
    sealed interface CallEnded extends Event {
        Span span();

        /** The number that {@link CallStarted} gave the call. */
        default long call() {
            return span().call();
        }

        default long startedAt() {
            return span().startedAt();
        }

        @Override
        default long at() {
            return span().at();
        }

        default long endedAt() {
            return span().endedAt();
        }

        default Cause cause() {
            return span().cause();
        }

        default String node() {
            return span().node();
        }

        default Tier tier() {
            return span().tier();
        }

        default List<String> statements() {
            return span().statements();
        }

        /**
         * Whether its call is over with it. Several events may tell of one call: the rows of a
         * batch, the entries that had to leave for another, and commits that nobody heard of are
         * parts of it.
         */
        default boolean isWholeCall() {
            return switch (this) {
                case RecordWritten written -> !written.batched;
                case RecordRemoved removed -> !removed.batched;
                case CacheRemoved removed ->
                        removed.removal == Removal.INVALIDATED
                                || removed.removal == Removal.DELETED;
                case CommitUnanswered _ -> false;
                case CacheRead _,
                        CacheWritten _,
                        CacheSwept _,
                        MarksRead _,
                        RecordRead _,
                        UndoOvertaken _,
                        LockTried _,
                        LockReleased _,
                        MessagePublished _,
                        BatchFlushed _,
                        TierFailed _ ->
                        true;
            };
        }

        /** Whether its call is over with it and went well. */
        default boolean isSuccess() {
            return isWholeCall() && !(this instanceof TierFailed);
        }
    }

    /** The first event of every log. */
    record RunStarted(
            long seq,
            long at,
            int formatVersion,
            String world,
            long seed,
            double speed,
            JsonNode strategy,
            JsonNode traffic)
            implements Event {
        /** The version of the log's format that this program writes, and the only one it reads. */
        public static final int FORMAT_VERSION = 1;
    }

    /** The last event of a log that was closed properly. */
    record RunEnded(long seq, long at, boolean complete) implements Event {}

    /**
     * The strategy was changed while the traffic ran; {@code change} says it in words ("TTL 60 s to
     * 5 s").
     */
    record StrategyChanged(long seq, long at, String change, JsonNode strategy) implements Event {}

    /**
     * The traffic's speed was changed, or the traffic was held or let go. Speed 0 is "as fast as
     * possible".
     */
    record PaceChanged(long seq, long at, double speed, boolean held) implements Event {}

    /**
     * A request was let in; {@code at} is that moment, {@code arrivedAt} when it came by the
     * recording.
     */
    record RequestStarted(
            long seq, long at, long request, Operation operation, String key, long arrivedAt)
            implements Event {}

    /**
     * An application node was killed: what it had in memory is gone, and what it was doing ends
     * here.
     */
    record NodeStopped(long seq, long at, String node) implements Event {}

    /** An application node was started in place of one that was killed. */
    record NodeStarted(long seq, long at, String node) implements Event {}

    /** The balancer chose a node; there is no such event for a request that found none. */
    record RequestRouted(long seq, long at, long request, String node) implements Event {}

    /**
     * A request is over. {@code answer} is absent for writes and deletes. {@code version} is the
     * version returned or written, 0 if none. {@code staleness} is in nanoseconds, 0 if not stale.
     * {@code failure} names what the caller was told, absent if all went well.
     */
    record RequestEnded(
            long seq,
            long at,
            long request,
            String node,
            Operation operation,
            String key,
            long arrivedAt,
            long startedAt,
            @Nullable Answer answer,
            long version,
            boolean stale,
            long staleness,
            boolean unflushed,
            @Nullable String failure)
            implements Event {}

    /** A call has left for a tier. The event of its end carries the same number. */
    record CallStarted(
            long seq,
            long at,
            long call,
            Cause cause,
            String node,
            Tier tier,
            CallKind kind,
            String key)
            implements Event {}

    /**
     * A look-up in a cache; {@code version} is the one found, of an entry or a tombstone, 0 if
     * none.
     */
    record CacheRead(long seq, Span span, String key, Outcome outcome, long version)
            implements CallEnded {}

    /**
     * An entry was offered to a cache; {@code stored} is false where the cache kept what it had
     * (something newer, or nothing where only an existing entry may be replaced). {@code expiresAt}
     * is {@code Long.MAX_VALUE} for never.
     */
    record CacheWritten(
            long seq, Span span, String key, long version, boolean stored, long expiresAt)
            implements CallEnded {}

    /**
     * An entry was dropped from a cache; {@code version} is the tombstone's, 0 where none was left.
     */
    record CacheRemoved(long seq, Span span, String key, Removal removal, long version)
            implements CallEnded {}

    /** The entries of all keys that a pattern means were dropped from a cache: so many. */
    record CacheSwept(long seq, Span span, String pattern, long keys) implements CallEnded {}

    /**
     * The versions were read of what an entry of a key is judged by, before its load; {@code marks}
     * is how many.
     */
    record MarksRead(long seq, Span span, String key, int marks) implements CallEnded {}

    /**
     * A record was read; {@code version} 0 means that the key never existed. A load is a read in
     * order to fill a cache.
     */
    record RecordRead(long seq, Span span, String key, long version, boolean present, boolean load)
            implements CallEnded {}

    /**
     * A record's version was committed; {@code at} is the moment after COMMIT. {@code batched} if
     * it was one of a batch, whose {@link BatchFlushed} ends the call. {@code undoes} is the
     * version that this write takes back, 0 if none.
     */
    record RecordWritten(
            long seq, Span span, String key, long version, boolean batched, long undoes)
            implements CallEnded {}

    /** A tombstone row was committed; the components are those of {@link RecordWritten}. */
    record RecordRemoved(
            long seq, Span span, String key, long version, boolean batched, long undoes)
            implements CallEnded {}

    /** A write was to be taken back, but a later version had been committed since, so it stands. */
    record UndoOvertaken(long seq, Span span, String key, long version) implements CallEnded {}

    /**
     * A version was committed by a call whose caller never learned of it: the answer was lost, and
     * the call ends with {@link TierFailed}.
     */
    record CommitUnanswered(long seq, Span span, String key, long version) implements CallEnded {}

    /**
     * A batch of pending writes was committed in one transaction; {@code rows} were written, the
     * rest was overtaken.
     */
    record BatchFlushed(long seq, Span span, int writes, int rows) implements CallEnded {}

    /**
     * A token tried to take a key's lock, or to let it last longer if {@code renewal}; {@code
     * taken} says whether it holds the lock now. {@code expiresAt} is when that ends by itself, 0
     * if not taken.
     */
    record LockTried(
            long seq,
            Span span,
            String key,
            String token,
            boolean renewal,
            boolean taken,
            long expiresAt)
            implements CallEnded {}

    /**
     * A token tried to release a key's lock; without a token the lock was deleted whoever held it.
     * {@code released} is false where there was none to release.
     */
    record LockReleased(long seq, Span span, String key, @Nullable String token, boolean released)
            implements CallEnded {}

    /**
     * A message was sent on a channel; {@code message} is its number in the run, {@code text} is
     * cut at 512 characters, and {@code receivers} is how many were subscribed. In the live world a
     * message may be delivered before this is told.
     */
    record MessagePublished(
            long seq, Span span, String channel, long message, String text, long receivers)
            implements CallEnded {}

    /**
     * A message came to a subscriber; {@code cause} bears the requests that it was sent for. {@code
     * message} is -1 if nobody in this run sent it.
     */
    record MessageDelivered(
            long seq, long at, Cause cause, String node, String channel, long message)
            implements Event {}

    /**
     * A message will never come to a subscriber that it was sent to; {@code at} is when that was
     * found out.
     */
    record MessageLost(long seq, long at, Cause cause, String node, String channel, long message)
            implements Event {}

    /**
     * A call failed or its outcome is unknown; {@code failure} is a name, {@code message} a
     * sentence. Under the name {@link #NODE_KILLED} the tier did not fail, but the caller.
     */
    record TierFailed(
            long seq, Span span, CallKind kind, String key, String failure, String message)
            implements CallEnded {
        /** The failure of calls that ended because their application node was killed. */
        public static final String NODE_KILLED = "NodeKilled";

        /** Whether it is the tier that failed. */
        public boolean isOfTier() {
            return !failure.equals(NODE_KILLED);
        }
    }

    /** The first call that went well again after one that failed. */
    record TierRecovered(long seq, long at, Tier tier) implements Event {}

    /**
     * A write was put into the write-behind queue and acknowledged; {@code pending} is the queue's
     * length after it.
     */
    record WriteQueued(
            long seq,
            long at,
            Cause cause,
            String node,
            String key,
            Operation operation,
            long version,
            int pending)
            implements Event {}

    /** A pending write was overtaken by a later one of its key and will never be committed. */
    record WriteCoalesced(
            long seq, long at, Cause cause, String node, String key, long version, long byVersion)
            implements Event {}

    /** A read was answered by a write that is still pending. */
    record PendingRead(long seq, long at, Cause cause, String node, String key, long version)
            implements Event {}

    /** A batch could not be committed and will be tried again after {@code backoff} nanoseconds. */
    record FlushRetried(
            long seq,
            long at,
            Cause cause,
            String node,
            int writes,
            int attempt,
            long backoff,
            String message)
            implements Event {}

    /**
     * A pending write was given up after its last attempt; it stays in the dead letters, where it
     * is shown.
     */
    record WriteDeadLettered(
            long seq, long at, Cause cause, String node, String key, long version, int attempts)
            implements Event {}

    /** An acknowledged write that was still pending when its worker was killed. */
    record WriteLost(long seq, long at, Cause cause, String node, String key, long version)
            implements Event {}

    /** A task began to wait; {@code reason} says for what ("write queue is full"). */
    record WaitStarted(long seq, long at, Cause cause, String node, String key, String reason)
            implements Event {
        /** The reason of one who waits for another's load under a lock. */
        public static final String LOCK_IS_HELD = "the lock is held";

        /** The reason of one who waits for another's load under a lease. */
        public static final String LEASE_IS_HELD = "the lease is held";

        /** Whether it is a wait for another's load. */
        public boolean isForLoad() {
            return reason.equals(LOCK_IS_HELD) || reason.equals(LEASE_IS_HELD);
        }
    }

    /** The wait that began at {@code startedAt} is over. */
    record WaitEnded(
            long seq, long startedAt, long at, Cause cause, String node, String key, String reason)
            implements Event {}

    /**
     * A refresh of an entry that is still valid was started: in the background, or by a reader that
     * waits for it.
     */
    record RefreshStarted(long seq, long at, Cause cause, String node, String key)
            implements Event {}

    /** A refresh is over; {@code version} is the one loaded, 0 if it failed. */
    record RefreshEnded(
            long seq, long startedAt, long at, Cause cause, String node, String key, long version)
            implements Event {}

    /** Something that a guard against stampedes did for a key. */
    sealed interface OfGuard extends Event {
        Cause cause();

        String node();

        String key();
    }

    /**
     * A value was served past its expiry, in its time of grace; {@code overdue} is for how many
     * nanoseconds it had expired.
     */
    record GraceServed(
            long seq, long at, Cause cause, String node, String key, long version, long overdue)
            implements OfGuard {}

    /** A refresh of an entry that has expired, and is served in its grace, was started. */
    record LateRefreshStarted(long seq, long at, Cause cause, String node, String key)
            implements OfGuard {}

    /** A wait for another's load, which began at {@code startedAt}, was given up. */
    record LockTimedOut(long seq, long startedAt, long at, Cause cause, String node, String key)
            implements OfGuard {}

    /** Something that happened to copies beside the calls, or to how nodes learn of writes. */
    sealed interface OfCopies extends Event {}

    /**
     * An entry moved within the order of a cache of limited capacity; told only when asked for, in
     * the order in which the cache moved them, and before the end of the call that led to it. The
     * place that would leave last is 0: in an LRU the most recently used one. {@code from} is -1 of
     * what comes in, {@code to} of what leaves; {@code call} is -1 of what no call led to.
     */
    record CacheReordered(
            long seq,
            long at,
            Cause cause,
            String node,
            Tier tier,
            long call,
            String key,
            int from,
            int to)
            implements OfCopies {}

    /** A near cache was emptied, for a reason in words; {@code entries} is how many it held. */
    record NearFlushed(long seq, long at, String node, String reason, int entries)
            implements OfCopies {}

    /** A node listens to a channel from now on. */
    record SubscriptionMade(long seq, long at, String node, String channel) implements OfCopies {}

    /** A node no longer hears what is sent on a channel; {@code reason} is a sentence. */
    record SubscriptionLost(long seq, long at, String node, String channel, String reason)
            implements OfCopies {}

    /** All copies that carry a tag became invalid; {@code keys} is how many, -1 if not known. */
    record TagInvalidated(long seq, long at, Cause cause, String node, String tag, long keys)
            implements OfCopies {}

    /**
     * A copy can't be reached any more, and takes up room until it expires: its key bears an older
     * version. {@code bytes} is the size of its value, 0 if not known.
     */
    record EntryOrphaned(
            long seq,
            long at,
            Cause cause,
            String node,
            String key,
            long version,
            long bytes,
            long expiresAt)
            implements OfCopies {}

    /** Somebody made something go wrong on purpose; {@code what} says it in words. */
    record Disturbed(long seq, long at, String what) implements Event {}
}
