package cachescope.engine.projection.fanout;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Removal;
import java.util.ArrayList;
import java.util.List;

/** The latest messages, in the order in which they were first told of. */
final class SentMessages {
    /** How many are kept; the oldest are forgotten. */
    static final int MESSAGES_MAX = 256;

    private static final String TASK = "message ";

    private final ArrayList<Message> messages = new ArrayList<>();

    SentMessages copy() {
        var copy = new SentMessages();
        copy.messages.addAll(messages);
        return copy;
    }

    List<Message> all() {
        return List.copyOf(messages);
    }

    /**
     * Takes in that a message was sent, though an arrival of it may have been told before; returns
     * all that is known of it.
     */
    Message sent(Message message) {
        int place = indexOf(message.number());
        if (place < 0) {
            add(message);
            return message;
        }
        var both = messages.get(place).sent(message);
        messages.set(place, both);
        return both;
    }

    /** The message of a number; one that is not known yet, or not any more, is begun. */
    Message of(long number, String channel, long at) {
        int place = indexOf(number);
        if (place >= 0) {
            return messages.get(place);
        }
        var unsent = Message.unsent(number, channel, at);
        add(unsent);
        return unsent;
    }

    void replace(Message message) {
        int place = indexOf(message.number());
        if (place >= 0) {
            messages.set(place, message);
        }
    }

    /** Takes in that a node dropped a copy, if it was a message that made it do so. */
    void dropped(Event.CacheRemoved removed, long version) {
        if (removed.removal() == Removal.EVICTED
                || !(removed.cause() instanceof Cause.Background work)
                || !work.task().startsWith(TASK)) {
            return;
        }
        for (int i = messages.size() - 1; i >= 0; i--) {
            var message = messages.get(i);
            if (work.task().equals(TASK + message.number())) {
                message.at(removed.node())
                        .map(arrival -> message.with(arrival.dropped(removed.at(), version)))
                        .ifPresent(this::replace);
                return;
            }
        }
    }

    void clear() {
        messages.clear();
    }

    private void add(Message message) {
        messages.add(message);
        if (messages.size() > MESSAGES_MAX) {
            messages.removeFirst();
        }
    }

    private int indexOf(long number) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).number() == number) {
                return i;
            }
        }
        return -1;
    }
}
