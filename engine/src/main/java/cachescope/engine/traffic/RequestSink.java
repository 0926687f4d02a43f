package cachescope.engine.traffic;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.line.BadLine;

/** Takes what a parser finds in a recording, in its order. */
interface RequestSink {

    /** A request as it is. */
    void accept(Request request);

    /**
     * A request whose key is a number, and of which no more is known than this. The size is in
     * bytes, of any amount, or {@link Request#UNKNOWN_SIZE}; a sink that cannot bear it refuses it.
     */
    void accept(long at, Operation operation, long key, long size) throws BadLine;
}
