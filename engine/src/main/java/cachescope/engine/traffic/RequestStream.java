package cachescope.engine.traffic;

import java.util.List;
import java.util.Optional;

/**
 * Requests in the order of their times; read once, by one thread. Reading blocks. Only {@link
 * #bytesRead} may be asked from other threads.
 */
public interface RequestStream extends AutoCloseable {

    /** About how many keys are handed on at once. */
    int KEYS_AT_ONCE = 4096;

    /**
     * The next request, or nothing at the end. A recording that ends without any request is
     * refused. Where it has to wait for the source, a thread that is told to stop gets nothing, and
     * is still told so.
     */
    Optional<Request> next() throws TrafficException;

    /**
     * Hands on the keys and sizes of the next requests, some thousands at once, and says whether
     * there were any. A stream is read either so or by {@link #next}; where keys are numbers, this
     * makes no text of them. Requests of any kind count alike, and times in whole seconds stay so.
     */
    default boolean nextKeys(KeySink keys) throws TrafficException {
        int handed = 0;
        while (handed < KEYS_AT_ONCE) {
            var request = next();
            if (request.isEmpty()) {
                break;
            }
            keys.key(request.get().at(), request.get().key(), request.get().size());
            handed++;
        }
        return handed > 0;
    }

    /**
     * How many bytes of the source were read so far, as they lie there (compressed ones count
     * compressed); 0 where there are no bytes.
     */
    default long bytesRead() {
        return 0;
    }

    /**
     * What a person should know of the part read so far, in sentences: bad lines passed over, say.
     * Often empty.
     */
    default List<String> remarks() {
        return List.of();
    }

    /** Ends the reading; what was not read is lost. */
    @Override
    default void close() {}
}
