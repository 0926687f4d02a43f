package cachescope.engine.invalidation;

import cachescope.engine.near.Hearing;
import cachescope.engine.near.NearCache;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.KeyTracking;
import cachescope.engine.port.Tasks;

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
    private final String node;
    private final NearCache near;
    private final CacheStore observedNear;
    private final CopiesListener listener;
    private final Listening listening;

    /** {@code observedNear} is the near cache as calls to it are to be made. */
    public TrackingHearing(
            KeyTracking tracking,
            Tasks tasks,
            String node,
            NearCache near,
            CacheStore observedNear,
            CopiesListener listener) {
        this.tracking = tracking;
        this.listening = new Listening(tasks, near, listener);
        this.node = node;
        this.near = near;
        this.observedNear = observedNear;
        this.listener = listener;
    }

    /** The near cache stays closed until the node hears. */
    @Override
    public void begin() {
        if (listening.begins()) {
            listening.by(tracking.track(node, this));
        }
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
        if (!listening.isClosed()) {
            listener.subscriptionMade(CHANNEL);
            near.open();
        }
    }

    @Override
    public void changed(String key) {
        listening.act(() -> observedNear.remove(key));
    }

    @Override
    public void allChanged() {
        listening.flushed("Redis says that all keys have changed", near.open());
    }

    @Override
    public void disconnected(String reason) {
        listener.subscriptionLost(CHANNEL, reason);
        listening.flushed("the connection for tracking was lost", near.close());
    }
}
