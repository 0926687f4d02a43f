package cachescope.engine.invalidation;

import cachescope.engine.event.Cause;
import cachescope.engine.near.Hearing;
import cachescope.engine.near.NearCache;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Caller;
import cachescope.engine.port.Glob;
import cachescope.engine.port.MessageBus;
import cachescope.engine.port.Tasks;
import java.util.List;

/**
 * A node that hears by messages of what others write, and drops from its near cache what they mean.
 *
 * <p>Messages come at most once. So where one may have been missed (a number is left out, the
 * connection was lost) the near cache is emptied, and while there is no connection it stays closed.
 * Without that fix it goes on with what it has until that expires. Its own messages and those that
 * it cannot read are passed over.
 */
public final class EventHearing implements Hearing, MessageBus.Listener {
    private final MessageBus bus;
    private final Tasks tasks;
    private final String node;
    private final String self;
    private final NearCache near;
    private final CacheStore observedNear;
    private final CopiesListener listener;
    private final boolean flushesOnGap;
    private final Senders senders = new Senders();
    private final Listening listening;

    /**
     * {@code observedNear} is the near cache as calls to it are to be made; {@code announcer} sends
     * the node's own messages.
     */
    public EventHearing(
            MessageBus bus,
            Tasks tasks,
            String node,
            Announcer announcer,
            NearCache near,
            CacheStore observedNear,
            CopiesListener listener,
            boolean flushesOnGap) {
        this.bus = bus;
        this.tasks = tasks;
        this.listening = new Listening(tasks, near, listener);
        this.node = node;
        this.self = announcer.from();
        this.near = near;
        this.observedNear = observedNear;
        this.listener = listener;
        this.flushesOnGap = flushesOnGap;
    }

    /** The near cache stays closed until the node listens. */
    @Override
    public void begin() {
        if (listening.begins()) {
            var caller = Caller.background(new Cause.Background("subscribe", List.of()), node);
            tasks.start(caller, this::subscribe);
        }
    }

    private void subscribe() throws InterruptedException {
        listening.by(bus.subscribe(Announcer.CHANNEL, node, this));
    }

    @Override
    public void cut() {
        listening.cut();
    }

    @Override
    public void close() throws InterruptedException {
        listening.close();
    }

    @Override
    public void connected() {
        if (listening.isClosed()) {
            return;
        }
        listener.subscriptionMade(Announcer.CHANNEL);
        senders.clear();
        if (!near.isOpen()) {
            near.open();
        } else if (flushesOnGap) {
            listening.flushed(
                    "messages may have been missed while the connection was lost", near.open());
        }
    }

    @Override
    public void disconnected(String reason) {
        listener.subscriptionLost(Announcer.CHANNEL, reason);
        if (flushesOnGap) {
            listening.flushed("the connection for messages was lost", near.close());
        }
    }

    @Override
    public void received(String text) {
        var read = Announcement.read(text);
        if (read.isEmpty() || read.get().from().equals(self)) {
            return;
        }
        var message = read.get();
        if (senders.misses(message.from(), message.sequence()) && flushesOnGap) {
            listening.flushed(
                    "a message of %s before number %s is missing"
                            .formatted(message.from(), message.sequence()),
                    near.open());
        }
        listening.act(() -> drop(message));
    }

    private void drop(Announcement message) throws CacheUnavailable {
        var pattern = message.pattern();
        if (pattern != null) {
            observedNear.removeMatching(new Glob(pattern));
            return;
        }
        var key = message.key().orElseThrow();
        if (message.version() > 0) {
            observedNear.invalidate(key, message.version());
        } else {
            observedNear.remove(key);
        }
    }
}
