package cachescope.engine.traffic.generator;

import cachescope.engine.traffic.Request;
import java.util.SplittableRandom;

/** What happens in a kind of made-up traffic: who asks for what, and how busy it is when. */
sealed interface Scene permits FlashSale, NightlyScan, WriteHeavyCounters {

    /** How busy it is when. */
    Rhythm rhythm();

    /**
     * The next request: it comes at {@code at} nanoseconds, when the given share, 0 to 1, of the
     * whole time is over.
     */
    Request request(long at, double share, SplittableRandom random);
}
