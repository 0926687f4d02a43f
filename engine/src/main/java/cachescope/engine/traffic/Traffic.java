package cachescope.engine.traffic;

import java.util.OptionalLong;

/** Where requests come from: a recording, or a generator of them. */
public interface Traffic {

    /** What people call it: a file's name without folders, or a generator's name. */
    String name();

    /** The name of the format it is recorded in, or {@code generated}. */
    String format();

    /**
     * How many bytes {@link RequestStream#bytesRead} will tell at the end, where that is known
     * beforehand.
     */
    default OptionalLong totalBytes() {
        return OptionalLong.empty();
    }

    /**
     * Begins to read from the start. Can be called many times, unless the source is one that passes
     * by, as a pipe is.
     */
    RequestStream open() throws TrafficException;
}
