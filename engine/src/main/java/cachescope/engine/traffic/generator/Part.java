package cachescope.engine.traffic.generator;

import cachescope.engine.traffic.Request;
import java.util.Iterator;
import java.util.SplittableRandom;

/** A part of made-up traffic: requests in the order of their times. */
public sealed interface Part permits Poisson, Burst {

    /** Its requests; the same numbers give the same ones. */
    Iterator<Request> requests(SplittableRandom random);
}
