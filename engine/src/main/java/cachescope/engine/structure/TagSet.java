package cachescope.engine.structure;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Command;
import cachescope.engine.port.StructureStore;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tags of something, in a set: each is there once, and the server finds what several sets have
 * in common. Calls block for one round trip; safe for use by many tasks at once.
 */
public final class TagSet {
    private final StructureStore store;
    private final String key;
    private final Duration timeToLive;

    public TagSet(StructureStore store, String key, Duration timeToLive) {
        this.store = store;
        this.key = key;
        this.timeToLive = timeToLive;
    }

    /** Adds tags, and lets all of them live anew. */
    public void add(List<String> tags) throws CacheUnavailable {
        store.transaction(
                List.of(new Command.SAdd(key, tags), new Command.Expire(key, timeToLive)));
    }

    /** The tags, by name. */
    public List<String> tags() throws CacheUnavailable {
        return sorted(new Command.SMembers(key));
    }

    /** The tags that this one and all the others have, by name; the server compares them. */
    public List<String> common(List<TagSet> others) throws CacheUnavailable {
        var keys = Stream.concat(Stream.of(this), others.stream()).map(set -> set.key).toList();
        return sorted(new Command.SInter(keys));
    }

    private List<String> sorted(Command command) throws CacheUnavailable {
        return store.send(command).asTexts().stream().sorted().toList();
    }
}
