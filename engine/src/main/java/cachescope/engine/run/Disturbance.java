package cachescope.engine.run;

import cachescope.engine.strategy.Durations;
import java.time.Duration;

/** Something that somebody makes go wrong on purpose while a run goes on. */
public sealed interface Disturbance {

    /** What is done, in words: "app-2 is killed". */
    String words();

    /** What concerns one application node. */
    sealed interface OfNode extends Disturbance {
        /** The node's name. */
        String node();
    }

    /** An application node dies with all that it has in memory, and stays down. */
    record KillNode(String node) implements OfNode {
        @Override
        public String words() {
            return node + " is killed";
        }
    }

    /** A node that was killed by hand is started again. */
    record StartNode(String node) implements OfNode {
        @Override
        public String words() {
            return node + " is let start again";
        }
    }

    /** The connections over which a node hears messages break; it makes them again. */
    record CutSubscription(String node) implements OfNode {
        @Override
        public String words() {
            return "the subscription of " + node + " is cut";
        }
    }

    /** The shared cache answers nobody for a time; of a Redis that is ours alone. */
    record PauseRedis(Duration time) implements Disturbance {
        public PauseRedis {
            if (!time.isPositive()) {
                throw new IllegalArgumentException("a pause must be longer than 0");
            }
        }

        @Override
        public String words() {
            return "Redis is paused for " + Durations.print(time);
        }
    }

    /** The entry of a key expires now, in all caches. */
    record ExpireKey(String key) implements Disturbance {
        @Override
        public String words() {
            return key + " expires now";
        }
    }

    /** The next message to a node is lost on its way; the others get it. */
    record LoseNextMessage(String node) implements OfNode {
        @Override
        public String words() {
            return "the next message to " + node + " gets lost";
        }
    }

    /**
     * One node that is up drops from the shared cache, and from its own, all keys that a pattern
     * means ({@code user:*}); where writes are told to the other nodes, it tells them of it.
     */
    record InvalidateMatching(String glob) implements Disturbance {
        @Override
        public String words() {
            return "everything like " + glob + " is dropped";
        }
    }

    /** Another program writes the record of a key, and tells no cache. */
    record WriteOutside(String key) implements Disturbance {
        @Override
        public String words() {
            return "another program writes " + key;
        }
    }
}
