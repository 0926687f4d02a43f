package cachescope.engine.simulation;

import cachescope.engine.port.MessageBus;
import cachescope.engine.port.MessageLosses;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import cachescope.engine.strategy.Conditions;
import java.util.ArrayList;
import java.util.List;

/**
 * A bus in virtual time. Each message takes its time to each receiver, and may get lost or be
 * overtaken, as the conditions say; otherwise those of one receiver keep their order. While Redis
 * is down nobody is connected. Sending never fails and never waits: decorators make it so.
 */
public final class SimulatedBus implements MessageBus {
    private final Tasks tasks;
    private final Monitor monitor;
    private final MessageLosses losses;
    private final MessageConditions conditions = new MessageConditions();
    private final List<SimulatedSubscription> subscriptions = new ArrayList<>();

    public SimulatedBus(Tasks tasks, MessageLosses losses) {
        this.tasks = tasks;
        this.monitor = tasks.monitor();
        this.losses = losses;
    }

    /** Lets what is sent from now on meet other conditions. */
    public void change(Conditions next) {
        monitor.inside(() -> {
            conditions.change(next);
            subscriptions.forEach(SimulatedSubscription::lookAgain);
            return next;
        });
    }

    /** Cuts the connections of a node, as a network does; they are made again after a while. */
    public void cut(String node) {
        monitor.inside(() -> {
            subscriptions.stream()
                    .filter(subscription -> subscription.node().equals(node))
                    .forEach(SimulatedSubscription::cut);
            return node;
        });
    }

    @Override
    public long publish(String channel, String text) {
        MessageBus.check(text);
        var lost = new ArrayList<String>();
        long receivers =
                monitor.inside(() -> {
                    long connected = 0;
                    for (var subscription : subscriptions) {
                        if (subscription.channel().equals(channel)) {
                            connected += subscription.isConnected() ? 1 : 0;
                            if (!subscription.send(text)) {
                                lost.add(subscription.node());
                            }
                        }
                    }
                    return connected;
                });
        lost.forEach(node -> losses.lost(channel, node, text));
        return receivers;
    }

    @Override
    public Subscription subscribe(String channel, String node, Listener listener)
            throws InterruptedException {
        var subscription =
                new SimulatedSubscription(channel, node, listener, tasks, monitor, conditions);
        subscription.start(losses);
        monitor.inside(() -> subscriptions.add(subscription));
        var open = new Open(subscription);
        try {
            subscription.awaitFirstAttempt();
            return open;
        } catch (InterruptedException stopped) {
            open.close();
            throw stopped;
        }
    }

    private final class Open implements Subscription {
        private final SimulatedSubscription subscription;

        Open(SimulatedSubscription subscription) {
            this.subscription = subscription;
        }

        @Override
        public void close() {
            monitor.inside(() -> subscriptions.remove(subscription));
            subscription.close();
        }

        @Override
        public void cut() {
            monitor.inside(() -> {
                subscription.cut();
                return subscription;
            });
        }
    }
}
