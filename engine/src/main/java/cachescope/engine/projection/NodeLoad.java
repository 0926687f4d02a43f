package cachescope.engine.projection;

import java.util.OptionalDouble;

/**
 * What one application node has to do at a moment, over a window of run time that ends there.
 *
 * @param nearHitRatio of the look-ups in its near cache; empty where there were none
 */
public record NodeLoad(double requestsPerSecond, OptionalDouble nearHitRatio) {
    static final NodeLoad NONE = new NodeLoad(0, OptionalDouble.empty());
}
