package cachescope.engine.stampede;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Versioned;
import java.util.Optional;

/** What one reader of a key at a time may hold, in order to load it: its lock or its lease. */
interface Turns {

    /** Takes the turn of a key unless another has it. Blocks for a round trip, not for the turn. */
    Optional<Turn> take(String key) throws CacheUnavailable;

    /** Loads for one who has waited long enough and loads without a turn. */
    Versioned without(ScopedValue.CallableOp<Versioned, DatabaseUnavailable> load)
            throws DatabaseUnavailable;

    /** Why others wait, in words. */
    String reason();

    /** Ends background work in good order. Blocks for a bounded time. */
    void close() throws InterruptedException;

    /** A turn that was taken. */
    interface Turn {

        /** Loads while it is held. */
        Versioned during(ScopedValue.CallableOp<Versioned, DatabaseUnavailable> load)
                throws DatabaseUnavailable, InterruptedException;

        /** Gives it back; where that fails it ends by itself, in its time. */
        void end();
    }
}
