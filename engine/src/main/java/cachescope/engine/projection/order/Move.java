package cachescope.engine.projection.order;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a call did to the order.
 *
 * @param from the key that stood before it, towards the head; empty if it was the first or was not
 *     there
 * @param passed the marked entries that were passed in search of a victim, in that order
 * @param left the entries that left to make room, in that order
 */
public record Move(
        Kind kind,
        String key,
        long call,
        long at,
        String from,
        List<String> passed,
        List<String> left) {

    /** What became of the key. */
    public enum Kind {
        /** It was found. */
        FOUND,
        /** It was looked for, and is not there. */
        ABSENT,
        /** It came in. */
        ADDED,
        /** It was there and was put again. */
        REPLACED,
        /** It was offered and not taken. */
        REFUSED,
        /** It was dropped. */
        REMOVED,
        /** Everything was dropped; the key is empty. */
        EMPTIED
    }

    public Move {
        passed = List.copyOf(passed);
        left = List.copyOf(left);
    }

    /** The same for another purpose. */
    Move as(Kind other) {
        return new Move(other, key, call, at, from, passed, left);
    }

    /** The same with another entry that left, and who was passed on the way to it. */
    Move with(List<String> morePassed, String victim) {
        return new Move(
                kind,
                key,
                call,
                at,
                from,
                Stream.concat(passed.stream(), morePassed.stream()).toList(),
                Stream.concat(left.stream(), Stream.of(victim)).toList());
    }
}
