package cachescope.engine.port.faulty;

import cachescope.engine.event.CallKind;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.MessageBus;
import cachescope.engine.port.Tasks;

/**
 * A bus to which the calls of senders can be delayed, refused or lost. What happens to messages on
 * their way to receivers is the bus's own affair.
 */
public final class FaultyBus implements MessageBus {
    private final MessageBus bus;
    private final Faults faults;

    public FaultyBus(MessageBus bus, Fault.Choice choice, Tasks tasks) {
        this.bus = bus;
        this.faults = new Faults(choice, tasks);
    }

    @Override
    public long publish(String channel, String text) throws CacheUnavailable {
        return faults.call(
                CallKind.PUBLISH, channel, () -> bus.publish(channel, text), FaultyCache::failure);
    }

    @Override
    public Subscription subscribe(String channel, String node, Listener listener)
            throws InterruptedException {
        return bus.subscribe(channel, node, listener);
    }
}
