package cachescope.engine.strategy;

import java.util.Arrays;

/** The ways in which the load balancer chooses an application node. */
public enum Balancer {
    /** One after the other. */
    ROUND_ROBIN("round-robin"),
    /** By the client: one client, one node. */
    CLIENT("client"),
    /** By the key: one key, one node. */
    KEY("key");

    private final String label;

    Balancer(String label) {
        this.label = label;
    }

    /** The name in the command line and in JSON. */
    public String label() {
        return label;
    }

    /** The balancer of a name; throws if there is none. */
    public static Balancer of(String label) throws StrategyException {
        for (var name : values()) {
            if (name.label.equals(label)) {
                return name;
            }
        }
        throw Labels.unknown(label, Arrays.stream(values()).map(Balancer::label).toList());
    }
}
