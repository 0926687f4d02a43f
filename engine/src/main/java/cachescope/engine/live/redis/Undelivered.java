package cachescope.engine.live.redis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The texts that were published to a subscription of this program and have not come yet. Bounded:
 * the oldest is forgotten first. Thread-safe.
 */
final class Undelivered {
    static final int TEXTS_MAX = 10_000;

    private final Deque<Sending> sendings = new ArrayDeque<>();

    /** A text on its way; it is sent once its PUBLISH was answered. */
    static final class Sending {
        private final String text;
        private boolean sent;

        private Sending(String text) {
            this.text = text;
        }
    }

    /** Notes that a text is about to be published. */
    synchronized Sending leaves(String text) {
        var sending = new Sending(text);
        sendings.add(sending);
        if (sendings.size() > TEXTS_MAX) {
            sendings.remove();
        }
        return sending;
    }

    /** Notes that the PUBLISH of a text was answered. */
    synchronized void sent(Sending sending) {
        sending.sent = true;
    }

    /** Forgets a text of which nobody knows whether it was published. */
    synchronized void forget(Sending sending) {
        sendings.remove(sending);
    }

    /** Notes that a text has come. */
    synchronized void arrived(String text) {
        for (var each = sendings.iterator(); each.hasNext(); ) {
            if (each.next().text.equals(text)) {
                each.remove();
                return;
            }
        }
    }

    /**
     * Takes out the texts whose PUBLISH was answered: they are lost if no connection is subscribed
     * now, and none was since it broke. Others may yet come over the next connection.
     */
    synchronized List<String> takeLost() {
        var lost = new ArrayList<String>();
        sendings.removeIf(sending -> sending.sent && lost.add(sending.text));
        return lost;
    }
}
