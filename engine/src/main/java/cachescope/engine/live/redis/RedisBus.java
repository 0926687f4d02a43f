package cachescope.engine.live.redis;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.CommandText;
import cachescope.engine.port.MessageBus;
import cachescope.engine.port.MessageLosses;
import cachescope.engine.port.Tasks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * Redis' publish and subscribe, on the channels of one run. A message is sent once or not at all:
 * after a lost answer it is not sent again. Of the messages that were sent here, those are told as
 * lost that a subscription made here was away for. Thread-safe.
 */
public final class RedisBus implements MessageBus {
    private final RedisConnections connections;
    private final RunKeys keys;
    private final Tasks tasks;
    private final MessageLosses losses;
    private final List<RedisSubscription> subscriptions = new CopyOnWriteArrayList<>();

    public RedisBus(RedisConnections connections, RunKeys keys, Tasks tasks, MessageLosses losses) {
        this.connections = connections;
        this.keys = keys;
        this.tasks = tasks;
        this.losses = losses;
    }

    /** A text on its way to one subscription. */
    private record Way(Undelivered undelivered, Undelivered.Sending sending) {}

    @Override
    public long publish(String channel, String text) throws CacheUnavailable {
        MessageBus.check(text);
        var name = keys.channel(channel);
        var ways =
                subscriptions.stream()
                        .filter(subscription -> subscription.name().equals(name))
                        .map(RedisSubscription::undelivered)
                        .map(undelivered -> new Way(undelivered, undelivered.leaves(text)))
                        .toList();
        CallNotes.sent(CommandText.of("PUBLISH", name, text));
        var publish = new CommandArguments(Command.PUBLISH).add(bytes(name)).add(bytes(text));
        try {
            var receivers =
                    connections.callOnce(connection -> (Long) connection.executeCommand(publish));
            ways.forEach(way -> way.undelivered.sent(way.sending));
            return receivers;
        } catch (CacheUnavailable failure) {
            ways.forEach(way -> way.undelivered.forget(way.sending));
            throw failure;
        }
    }

    @Override
    public Subscription subscribe(String channel, String node, Listener listener)
            throws InterruptedException {
        var subscription =
                new RedisSubscription(
                        connections,
                        keys.channel(channel),
                        node,
                        listener,
                        tasks,
                        text -> losses.lost(channel, node, text));
        subscriptions.add(subscription);
        var open = new Open(subscription);
        try {
            subscription.start();
            return open;
        } catch (InterruptedException stopped) {
            open.close();
            throw stopped;
        }
    }

    private final class Open implements Subscription {
        private final RedisSubscription subscription;

        Open(RedisSubscription subscription) {
            this.subscription = subscription;
        }

        @Override
        public void close() {
            subscriptions.remove(subscription);
            subscription.close();
        }

        @Override
        public void cut() {
            subscription.cut();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
