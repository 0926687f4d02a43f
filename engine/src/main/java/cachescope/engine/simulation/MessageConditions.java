package cachescope.engine.simulation;

import cachescope.engine.event.Tier;
import cachescope.engine.port.Tasks;
import cachescope.engine.strategy.Conditions;
import cachescope.engine.strategy.fault.FaultRule;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What messages meet on their way from the simulated Redis to a receiver: half a round trip, slower
 * where a rule says so, and those of the rules about messages that hold when they are sent.
 */
final class MessageConditions {
    private Conditions conditions = Conditions.DEFAULT;
    private List<FaultRule.OfMessages> rules = List.of();
    private List<FaultRule.OfTier> redis = List.of();

    /** What becomes of one message. */
    sealed interface Way {}

    /** It never comes. */
    record Lost() implements Way {}

    /** It comes after so many nanoseconds, and after the next one if it is held back. */
    record Travels(long nanos, boolean heldBack) implements Way {}

    /** The random numbers of one receiver: what others receive does not move them. */
    record Luck(RandomGenerator delay, RandomGenerator loss, RandomGenerator order) {
        static Luck of(Tasks tasks, String channel, String node) {
            var whose = " of messages to " + node + " on " + channel;
            return new Luck(
                    tasks.random("delay" + whose),
                    tasks.random("loss" + whose),
                    tasks.random("order" + whose));
        }
    }

    /** Lets what is sent from now on meet other conditions. */
    void change(Conditions next) {
        conditions = next;
        rules =
                next.faults().stream()
                        .filter(FaultRule.OfMessages.class::isInstance)
                        .map(FaultRule.OfMessages.class::cast)
                        .toList();
        redis =
                next.faults().stream()
                        .filter(FaultRule.OfTier.class::isInstance)
                        .map(FaultRule.OfTier.class::cast)
                        .filter(rule -> rule.tier() == Tier.REDIS)
                        .toList();
    }

    /** Whether nobody can be connected to Redis. */
    boolean isDown(long now) {
        return redis.stream()
                .anyMatch(rule -> rule instanceof FaultRule.Down && rule.span().contains(now));
    }

    /** When Redis goes down or comes back next; {@link Turns#NEVER} if it does not. */
    long nextTurn(long now) {
        long next = Turns.NEVER;
        for (var rule : redis) {
            if (rule instanceof FaultRule.Down) {
                next = Math.min(next, after(now, rule.span().from()));
                next = Math.min(next, after(now, rule.span().to()));
            }
        }
        return next;
    }

    /** What becomes of a message that is sent now. */
    Way way(long now, Luck luck) {
        double nanos = conditions.latency().of(Tier.REDIS).draw(luck.delay) / 2.0;
        for (var rule : redis) {
            if (rule instanceof FaultRule.Slow slow && slow.span().contains(now)) {
                nanos *= slow.factor();
            }
        }
        boolean lost = false;
        boolean heldBack = false;
        for (var rule : rules) {
            if (rule.span().contains(now)) {
                switch (rule) {
                    case FaultRule.MessagesLost some -> lost |= some.chance().happens(luck.loss);
                    case FaultRule.MessagesDelayed all -> nanos += all.delay().draw(luck.delay);
                    case FaultRule.MessagesOutOfOrder some ->
                            heldBack |= some.chance().happens(luck.order);
                }
            }
        }
        return lost ? new Lost() : new Travels((long) nanos, heldBack);
    }

    private static long after(long now, long time) {
        return time > now ? time : Turns.NEVER;
    }
}
