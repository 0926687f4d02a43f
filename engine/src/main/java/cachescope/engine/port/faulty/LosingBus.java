package cachescope.engine.port.faulty;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.MessageBus;
import cachescope.engine.port.MessageLosses;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A bus whose next message to a node gets lost if somebody wants it to. Thread-safe. */
public final class LosingBus implements MessageBus {
    private final MessageBus bus;
    private final MessageLosses losses;
    private final Set<String> unlucky = ConcurrentHashMap.newKeySet();

    public LosingBus(MessageBus bus, MessageLosses losses) {
        this.bus = bus;
        this.losses = losses;
    }

    /** Lets the next message get lost that would come to a node. */
    public void loseNext(String node) {
        unlucky.add(node);
    }

    @Override
    public long publish(String channel, String text) throws CacheUnavailable {
        return bus.publish(channel, text);
    }

    @Override
    public Subscription subscribe(String channel, String node, Listener listener)
            throws InterruptedException {
        return bus.subscribe(
                channel,
                node,
                new Listener() {
                    @Override
                    public void connected() throws InterruptedException {
                        listener.connected();
                    }

                    @Override
                    public void received(String text) throws InterruptedException {
                        if (unlucky.remove(node)) {
                            losses.lost(channel, node, text);
                        } else {
                            listener.received(text);
                        }
                    }

                    @Override
                    public void disconnected(String reason) throws InterruptedException {
                        listener.disconnected(reason);
                    }
                });
    }
}
