package cachescope.engine.stampede;

import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The tokens of one node's locks and leases: random, each with the node's name, so that no two of a
 * run are the same. Safe for use by many tasks at once.
 */
final class Tokens {
    private final String node;
    private final RandomGenerator random;
    private final Monitor monitor;

    Tokens(String node, Tasks tasks) {
        this.node = node;
        this.random = tasks.random("tokens of " + node);
        this.monitor = tasks.monitor();
    }

    String next() {
        long drawn = monitor.inside(random::nextLong);
        return node + "-" + HexFormat.of().toHexDigits(drawn);
    }
}
