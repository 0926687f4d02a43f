package cachescope.engine.port;

import java.util.List;

/**
 * What was known, when a record was about to be loaded, that its copy is judged by later: marks by
 * name, such as the versions of its tags. A copy whose marks are no longer the ones in force is
 * invalid.
 */
public record Stamp(List<Mark> marks) {

    /** The stamp of a copy that is judged by its version and its expiry alone. */
    public static final Stamp NONE = new Stamp(List.of());

    public Stamp {
        marks = List.copyOf(marks);
    }

    /** The version of something with a name. */
    public record Mark(String name, long version) {}
}
