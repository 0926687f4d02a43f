package cachescope.engine.strategy.fault;

import cachescope.engine.event.Tier;
import cachescope.engine.strategy.latency.Distribution;

/**
 * A rule by which something goes wrong in the simulated world during a span of the run. Several
 * rules may hold at once. Immutable.
 */
public sealed interface FaultRule {
    /** When it holds. */
    Span span();

    /** What happens to the calls of a tier. */
    sealed interface OfTier extends FaultRule {
        Tier tier();
    }

    /** What happens to the messages between application nodes. */
    sealed interface OfMessages extends FaultRule {}

    /** The tier refuses every call: no effect, and the caller knows at once. */
    record Down(Tier tier, Span span) implements OfTier {}

    /** Every call takes that many times as long. */
    record Slow(Tier tier, double factor, Span span) implements OfTier {
        public static final double FACTOR_MAX = 1_000_000;

        public Slow {
            if (!(factor > 1 && factor <= FACTOR_MAX)) {
                throw new IllegalArgumentException("a factor must be above 1 and at most 1000000");
            }
        }
    }

    /** The tier refuses some calls: no effect, and the caller knows. */
    record Fails(Tier tier, Chance chance, Span span) implements OfTier {}

    /** Some calls are lost before they take effect, and the caller never learns. */
    record LostBefore(Tier tier, Chance chance, Span span) implements OfTier {}

    /** Some calls take effect and their answers are lost, so the caller never learns. */
    record LostAfter(Tier tier, Chance chance, Span span) implements OfTier {}

    /**
     * An application node, counted from 1, is killed when the span begins, with all that it has in
     * memory, and started again when the span ends.
     */
    record NodeKilled(int node, Span span) implements FaultRule {
        public static final int NODE_MAX = 1_000;

        public NodeKilled {
            if (node < 1 || node > NODE_MAX) {
                throw new IllegalArgumentException("a node's number must be from 1 to 1000");
            }
        }
    }

    /** Some messages are lost on the way to a receiver, and reach the others. */
    record MessagesLost(Chance chance, Span span) implements OfMessages {}

    /** Every message comes that much later. */
    record MessagesDelayed(Distribution delay, Span span) implements OfMessages {}

    /** Some messages are held back until the next one of their receiver has overtaken them. */
    record MessagesOutOfOrder(Chance chance, Span span) implements OfMessages {}
}
