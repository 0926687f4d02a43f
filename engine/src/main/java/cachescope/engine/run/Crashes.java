package cachescope.engine.run;

import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.fault.FaultRule;
import cachescope.engine.strategy.fault.Span;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Kills the application node and starts it again, as the faults of the strategy in force say. A
 * node that was killed takes with it what it was doing and what it had in memory; the new one
 * begins with nothing.
 */
final class Crashes {
    private final int number;
    private final Tasks tasks;
    private final NodeTasks node;
    private final Service service;
    private final Assembly assembly;
    private final Consumer<String> failure;
    private final Monitor monitor;
    private volatile Strategy strategy;
    private volatile List<Span> spans;
    private volatile boolean byHand;
    private boolean changed;
    private boolean over;

    /**
     * {@code number} is the node's, counted from 1; {@code strategy} is the one in force, its
     * durations taken as they are; {@code failure} is told, in a sentence, if a new node cannot
     * begin.
     */
    Crashes(
            int number,
            Tasks tasks,
            NodeTasks node,
            Service service,
            Assembly assembly,
            Strategy strategy,
            Consumer<String> failure) {
        this.number = number;
        this.tasks = tasks;
        this.node = node;
        this.service = service;
        this.assembly = assembly;
        this.strategy = strategy;
        this.spans = spans(strategy);
        this.failure = failure;
        this.monitor = tasks.monitor();
    }

    /** Goes by another strategy from now on: its faults, and what a new node begins with. */
    void follow(Strategy next) {
        monitor.inside(() -> {
            strategy = next;
            spans = spans(next);
            changed = true;
            return next;
        });
    }

    /** Kills the node until it is let up again, whatever the faults say. Returns at once. */
    void byHand(boolean down) {
        monitor.inside(() -> {
            byHand = down;
            changed = true;
            return down;
        });
    }

    private List<Span> spans(Strategy strategy) {
        return strategy.conditions().faults().stream()
                .filter(FaultRule.NodeKilled.class::isInstance)
                .map(FaultRule.NodeKilled.class::cast)
                .filter(rule -> rule.node() == number)
                .map(FaultRule::span)
                .toList();
    }

    /** Lets the node be as it is from now on, also if told twice. */
    void end() {
        monitor.inside(() -> over = true);
    }

    /** What is done until {@link #end}. */
    void work() throws InterruptedException {
        while (!isOver()) {
            long now = tasks.now();
            boolean down = byHand || spans.stream().anyMatch(span -> span.contains(now));
            if (down && !service.isDown()) {
                kill();
            } else if (!down && service.isDown()) {
                start();
            } else {
                awaitChange(now);
            }
        }
    }

    private boolean isOver() {
        return monitor.inside(() -> over);
    }

    private void awaitChange(long now) throws InterruptedException {
        monitor.when(
                () -> changed || over,
                next(now),
                () -> {
                    changed = false;
                    return over;
                });
    }

    /** How long it is until a span begins or ends. */
    private Duration next(long now) {
        long next = Span.END;
        for (var span : spans) {
            next = span.from() > now ? Math.min(next, span.from()) : next;
            next = span.to() > now ? Math.min(next, span.to()) : next;
        }
        return next == Span.END ? Monitor.FOR_EVER : Duration.ofNanos(next - now);
    }

    private void kill() throws InterruptedException {
        service.stop();
        node.kill();
        assembly.forget();
        service.pattern().abandon();
    }

    private void start() throws InterruptedException {
        service.pattern().close();
        try {
            service.start(assembly.pattern(strategy));
        } catch (DatabaseUnavailable unavailable) {
            failure.accept(String.valueOf(unavailable.getMessage()));
            end();
        }
    }
}
