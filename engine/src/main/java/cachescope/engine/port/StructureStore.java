package cachescope.engine.port;

import java.util.List;

/**
 * Redis' structures, as commands on keys that live apart from the entries of the cache. Each call
 * blocks for one round trip, however many commands it sends; safe for use by many tasks at once.
 * Where Redis refuses one of several commands, as it does if a key holds another structure, the
 * others have taken effect all the same.
 */
public interface StructureStore {
    /** The most commands that go in one round trip. */
    int COMMANDS_MAX = 1_000;

    /**
     * Sends commands one after another without waiting for their answers, which come in their
     * order. What others send may come between them.
     */
    List<Reply> pipeline(List<Command> commands) throws CacheUnavailable;

    /** The same in one step: nothing comes between them, and all are made or none is. */
    List<Reply> transaction(List<Command> commands) throws CacheUnavailable;

    /** Sends one command. */
    default Reply send(Command command) throws CacheUnavailable {
        return pipeline(List.of(command)).getFirst();
    }

    /** Throws {@link IllegalArgumentException} for no commands, and for too many. */
    static void check(List<Command> commands) {
        if (commands.isEmpty() || commands.size() > COMMANDS_MAX) {
            throw new IllegalArgumentException(
                    "1 to %s commands go in one round trip, not %s."
                            .formatted(COMMANDS_MAX, commands.size()));
        }
    }
}
