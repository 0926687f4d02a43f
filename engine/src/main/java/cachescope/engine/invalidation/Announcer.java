package cachescope.engine.invalidation;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Glob;
import cachescope.engine.port.MessageBus;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.Turn;
import java.util.function.LongFunction;

/**
 * Tells all nodes of the writes of one: on a channel, numbered, one message after another, so that
 * who hears a number too many knows that one is missing. A number that was taken is not given
 * again, not even where it stays unknown whether its message was sent.
 *
 * <p>Blocks for a round trip, and for those of the messages before; safe for use by many tasks at
 * once.
 */
public final class Announcer {
    /** The channel on which invalidations are told. */
    public static final String CHANNEL = "cache:invalidate";

    private final MessageBus bus;
    private final Turn turn;
    private final String from;

    /** The longest message: a little is left for what others put before it. */
    private static final int TEXT_LENGTH_MAX = MessageBus.TEXT_LENGTH_MAX - 64;

    private static final Glob ALL = new Glob("*");

    /** The announcer of a node that starts now. */
    public Announcer(MessageBus bus, Tasks tasks, String node) {
        this.bus = bus;
        this.turn = new Turn(tasks);
        this.from = node + "@" + tasks.now();
    }

    /** The sender of its messages. */
    String from() {
        return from;
    }

    /** Tells that a version has overtaken the copies of a key; 0 for all versions. */
    void overtaken(String key, long version) throws CacheUnavailable {
        send(number -> Announcement.ofKey(key, number, from, version));
    }

    /** Tells that the copies of all keys that a pattern means are overtaken. */
    void overtaken(Glob glob) throws CacheUnavailable {
        send(number -> Announcement.ofPattern(glob.text(), number, from));
    }

    private void send(LongFunction<Announcement> message) throws CacheUnavailable {
        turn.make(number -> bus.publish(CHANNEL, text(message.apply(number))));
    }

    /** A message that would be too long means all keys instead. */
    private String text(Announcement message) {
        var text = message.text();
        return text.length() <= TEXT_LENGTH_MAX
                ? text
                : Announcement.ofPattern(ALL.text(), message.sequence(), from).text();
    }
}
