/**
 * Tests of runs in both worlds, of what must be true of all of them, and of what judges their
 * reads.
 */
@NullMarked
package cachescope.engine.run;

import org.jspecify.annotations.NullMarked;
