package cachescope.engine.event;

import org.jspecify.annotations.Nullable;

/**
 * A run of {@link #EVENTS} consecutive events of a log. It is filled by one thread at a time, under
 * the log's lock, and read by any thread up to the size that the log has published.
 */
final class Block {
    /** How many events a block holds. */
    static final int EVENTS = 1024;

    private final long firstSeq;
    private volatile Event @Nullable [] events = new Event[EVENTS];
    private long greatestAt;
    private long characters;
    private long position = -1;
    private int length;

    Block(long firstSeq, long greatestAtBefore) {
        this.firstSeq = firstSeq;
        this.greatestAt = greatestAtBefore;
    }

    long firstSeq() {
        return firstSeq;
    }

    void add(Event event) {
        var filling = events;
        if (filling == null) {
            throw new IllegalStateException("block " + firstSeq + " has left memory");
        }
        filling[(int) (event.seq() - firstSeq)] = event;
        greatestAt = Math.max(greatestAt, event.at());
        characters += charactersOf(event);
    }

    /**
     * How many characters of text the events hold; the key of a request is shared by its events.
     */
    long characters() {
        return characters;
    }

    private static long charactersOf(Event event) {
        if (event instanceof Event.RequestStarted request) {
            return request.key().length();
        }
        long sum = 0;
        if (event instanceof Event.CallEnded call) {
            var statements = call.statements();
            for (int i = 0; i < statements.size(); i++) {
                sum += statements.get(i).length();
            }
        }
        return sum;
    }

    /** The greatest time of any event up to the end of this block: it rises from block to block. */
    long greatestAt() {
        return greatestAt;
    }

    /** The events while they are in memory. */
    Event @Nullable [] events() {
        return events;
    }

    /** Lets the events go after they were written to a file. */
    void spilled(long atPosition, int bytes) {
        position = atPosition;
        length = bytes;
        events = null;
    }

    /** Lets the events go for good. */
    void forget() {
        events = null;
    }

    /**
     * Where the events start in the file; meaningful only after they left memory, -1 if they are
     * gone.
     */
    long position() {
        return position;
    }

    /** How many bytes they take in the file. */
    int length() {
        return length;
    }
}
