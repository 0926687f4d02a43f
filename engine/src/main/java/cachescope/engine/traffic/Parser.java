package cachescope.engine.traffic;

import java.util.List;

/** Understands one recording, piece by piece in its order; one is made for every reading. */
sealed interface Parser permits LineParser, RecordParser {

    /** What a person should know of the pieces parsed so far. */
    default List<String> remarks() {
        return List.of();
    }

    /** How a key that is a number is written. */
    default String keyText(long key) {
        return Long.toString(key);
    }

    /** Whether times are whole seconds, so that the requests of one are to be spread over it. */
    default boolean isInWholeSeconds() {
        return false;
    }
}
