package cachescope.app.lru;

import java.util.List;

/**
 * One line of an operation, and how the list stands behind it.
 *
 * @param line our own pseudo-code
 * @param order the entries as they stand when it is done
 * @param focus the key that it is about; empty if none
 * @param lifted the key whose node hangs out of the row; empty if none
 * @param gone the key whose node falls away; empty if none
 * @param stray pointers that point elsewhere than to the neighbour
 * @param written the pointers that this line writes
 * @param look whether it looks into the hash map, or changes it
 */
record Step(
        String line,
        Order order,
        String focus,
        String lifted,
        String gone,
        List<Pointer> stray,
        List<Pointer> written,
        boolean look) {

    Step {
        stray = List.copyOf(stray);
        written = List.copyOf(written);
    }

    /** A line that only looks. */
    static Step look(String line, Order order, String focus) {
        return new Step(line, order, focus, "", "", List.of(), List.of(), true);
    }

    /** A line that neither looks nor points. */
    static Step plain(String line, Order order, String focus) {
        return new Step(line, order, focus, "", "", List.of(), List.of(), false);
    }

    /** The line after which a node belongs to nothing any more. */
    static Step fall(String line, Order order, String key) {
        return new Step(line, order, key, "", key, List.of(), List.of(), true);
    }
}
