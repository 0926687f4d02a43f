package cachescope.engine.simulation;

import cachescope.engine.event.Cause;
import cachescope.engine.port.Caller;
import cachescope.engine.port.MessageBus.Listener;
import cachescope.engine.port.MessageLosses;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One node's connection to one channel, and what is on its way there. All of it is touched by
 * whoever runs inside the monitor, or has the turn.
 */
final class SimulatedSubscription {
    /** How many messages may be on the way; with one more Redis cuts the receiver off. */
    static final int ON_THE_WAY_MAX = 10_000;

    /** How long after a loss the connection is made again. */
    static final Duration AGAIN_AFTER = Duration.ofMillis(50);

    private static final String IS_DOWN = "The simulated Redis is down.";
    private static final String IS_CUT = "The connection to the simulated Redis was cut.";

    private final String channel;
    private final String node;
    private final Listener listener;
    private final Tasks tasks;
    private final Monitor monitor;
    private final MessageConditions conditions;
    private final MessageConditions.Luck luck;
    private final Deque<Travelling> onTheWay = new ArrayDeque<>();
    private @Nullable String heldBack;
    private Tasks.@Nullable Task task;
    private boolean attempted;
    private boolean connected;
    private boolean closed;
    private long lastArrival;
    private long looks;

    SimulatedSubscription(
            String channel,
            String node,
            Listener listener,
            Tasks tasks,
            Monitor monitor,
            MessageConditions conditions) {
        this.channel = channel;
        this.node = node;
        this.listener = listener;
        this.tasks = tasks;
        this.monitor = monitor;
        this.conditions = conditions;
        this.luck = MessageConditions.Luck.of(tasks, channel, node);
    }

    private record Travelling(String text, long arrivesAt) {}

    String channel() {
        return channel;
    }

    String node() {
        return node;
    }

    boolean isConnected() {
        return connected;
    }

    void start(MessageLosses losses) {
        var caller = Caller.background(new Cause.Background("subscription", List.of()), node);
        task = tasks.start(caller, () -> listen(losses));
    }

    void awaitFirstAttempt() throws InterruptedException {
        monitor.when(() -> attempted, Monitor.FOR_EVER, () -> node);
    }

    /** Sends a text on its way here; returns false if it will never come. Inside the monitor. */
    boolean send(String text) {
        if (!connected) {
            return !attempted;
        }
        return switch (conditions.way(tasks.now(), luck)) {
            case MessageConditions.Lost _ -> false;
            case MessageConditions.Travels way -> {
                lastArrival = Math.max(lastArrival, tasks.now() + way.nanos());
                if (way.heldBack() && heldBack == null) {
                    heldBack = text;
                } else {
                    travel(text);
                }
                yield true;
            }
        };
    }

    /** Breaks the connection. Inside the monitor. */
    void cut() {
        connected = false;
        lookAgain();
    }

    /** Lets the listening task see what has changed. Inside the monitor. */
    void lookAgain() {
        looks++;
    }

    void close() {
        closed = true;
        if (task != null) {
            task.cancel();
        }
    }

    private void travel(String text) {
        if (onTheWay.isEmpty()) {
            lookAgain();
        }
        onTheWay.add(new Travelling(text, lastArrival));
        if (heldBack != null) {
            onTheWay.add(new Travelling(heldBack, lastArrival));
            heldBack = null;
        }
        if (onTheWay.size() > ON_THE_WAY_MAX) {
            cut();
        }
    }

    private void listen(MessageLosses losses) throws InterruptedException {
        if (conditions.isDown(tasks.now())) {
            listener.disconnected(IS_DOWN);
            wasAttempted();
        }
        while (!closed) {
            awaitUp();
            connected = true;
            listener.connected();
            wasAttempted();
            for (var text = next(); text.isPresent(); text = next()) {
                listener.received(text.get());
            }
            if (!closed) {
                lose(losses);
                tasks.sleep(AGAIN_AFTER);
            }
        }
    }

    private void wasAttempted() {
        monitor.inside(() -> attempted = true);
    }

    private void awaitUp() throws InterruptedException {
        while (conditions.isDown(tasks.now())) {
            look(conditions.nextTurn(tasks.now()));
        }
    }

    /** Blocks until the next message is here; empty if there is none before the connection ends. */
    private Optional<String> next() throws InterruptedException {
        while (connected && !closed && !conditions.isDown(tasks.now())) {
            var first = onTheWay.peek();
            if (first != null && first.arrivesAt <= tasks.now()) {
                return Optional.of(onTheWay.remove().text);
            }
            long turn = conditions.nextTurn(tasks.now());
            look(first == null ? turn : Math.min(turn, first.arrivesAt));
        }
        return Optional.empty();
    }

    /** Blocks until something has changed, at the latest until a time. */
    private void look(long until) throws InterruptedException {
        long seen = looks;
        var atMost =
                until == Turns.NEVER ? Monitor.FOR_EVER : Duration.ofNanos(until - tasks.now());
        monitor.when(() -> looks != seen, atMost, () -> node);
    }

    private void lose(MessageLosses losses) throws InterruptedException {
        connected = false;
        var lost = new ArrayList<>(onTheWay.stream().map(Travelling::text).toList());
        if (heldBack != null) {
            lost.add(heldBack);
        }
        onTheWay.clear();
        heldBack = null;
        lost.forEach(text -> losses.lost(channel, node, text));
        listener.disconnected(conditions.isDown(tasks.now()) ? IS_DOWN : IS_CUT);
    }
}
