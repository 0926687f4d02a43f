package cachescope.app.structure;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.StructureStore;

/**
 * Something that can be done with a structure.
 *
 * @param id the name of its button
 * @param title what the button says
 * @param sentence what it does
 */
record Step(String id, String title, String sentence, Action action) {

    /** What is done; the answer is what came of it, in words. Blocks. */
    @FunctionalInterface
    interface Action {
        /** {@code turn} counts the steps that were taken, from 1. */
        String on(StructureStore store, int turn) throws CacheUnavailable;
    }
}
