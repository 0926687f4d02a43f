package cachescope.engine.invalidation;

import cachescope.engine.near.Hearing;
import cachescope.engine.near.NearCache;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.KeyTracking;
import cachescope.engine.port.MessageBus;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import org.jspecify.annotations.Nullable;

/**
 * A node that hears from the shared cache itself which entries have changed, and drops its near
 * copies of them: also those that expired or were evicted there, and also what it has filled
 * itself, as the cache does not tell who did it. While there is no connection the near cache is
 * empty and closed.
 */
public final class TrackingHearing implements Hearing, KeyTracking.Listener {
    /** What the tracking is called where channels have names. */
    static final String CHANNEL = "tracking";

    private final KeyTracking tracking;
    private final Monitor monitor;
    private final String node;
    private final NearCache near;
    private final CacheStore observedNear;
    private final CopiesListener listener;
    private final MessageInHand inHand;
    private boolean begun;
    private volatile MessageBus.@Nullable Subscription subscription;

    /** {@code observedNear} is the near cache as calls to it are to be made. */
    public TrackingHearing(
            KeyTracking tracking,
            Tasks tasks,
            String node,
            NearCache near,
            CacheStore observedNear,
            CopiesListener listener) {
        this.tracking = tracking;
        this.monitor = tasks.monitor();
        this.inHand = new MessageInHand(tasks);
        this.node = node;
        this.near = near;
        this.observedNear = observedNear;
        this.listener = listener;
    }

    /** The near cache stays closed until the node hears. */
    @Override
    public void begin() {
        if (monitor.inside(() -> !begun && (begun = true))) {
            var made = tracking.track(node, this);
            subscription = made;
            if (inHand.isClosed()) {
                made.close();
            }
        }
    }

    @Override
    public void cut() {
        var made = subscription;
        if (made != null) {
            made.cut();
        }
    }

    @Override
    public void close() throws InterruptedException {
        try {
            inHand.close();
        } finally {
            var made = subscription;
            if (made != null) {
                made.close();
            }
            near.close();
        }
    }

    @Override
    public void connected() {
        if (!inHand.isClosed()) {
            listener.subscriptionMade(CHANNEL);
            near.open();
        }
    }

    @Override
    public void changed(String key) {
        try {
            inHand.act(() -> observedNear.remove(key));
        } catch (CacheUnavailable stopped) {
            near.close(); // the node is going down, and its memory with it
        }
    }

    @Override
    public void allChanged() {
        flushed("Redis says that all keys have changed", near.open());
    }

    @Override
    public void disconnected(String reason) {
        listener.subscriptionLost(CHANNEL, reason);
        flushed("the connection for tracking was lost", near.close());
    }

    private void flushed(String reason, int entries) {
        if (entries > 0) {
            listener.nearFlushed(reason, entries);
        }
    }
}
