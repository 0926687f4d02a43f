package cachescope.engine.projection;

/**
 * What became of messages: each is published once, and delivered to, or lost for, each of its
 * receivers.
 */
final class MessageCounts {
    private long published;
    private long delivered;
    private long lost;

    void published() {
        published++;
    }

    void delivered() {
        delivered++;
    }

    void lost() {
        lost++;
    }

    long publishedMessages() {
        return published;
    }

    long deliveredMessages() {
        return delivered;
    }

    long lostMessages() {
        return lost;
    }
}
