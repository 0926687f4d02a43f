package cachescope.engine.port;

import java.util.OptionalLong;

/** Which version of which key was committed when. For one task at a time. */
public interface CommitHistory extends AutoCloseable {

    /** Adds a commit; versions and times of a key rise. */
    void add(String key, long version, long at);

    /** The newest version of a key that was committed at or before a time; empty if none was. */
    OptionalLong newestAt(String key, long at);

    /**
     * When the first version of a key greater than the given one was committed; empty if none was.
     */
    OptionalLong firstAfter(String key, long version);

    @Override
    void close();
}
