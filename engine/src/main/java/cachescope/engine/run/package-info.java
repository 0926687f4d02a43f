/**
 * A run: strategy, traffic and world wired together, from the first request to the report. The only
 * room that knows all the others.
 */
@NullMarked
package cachescope.engine.run;

import org.jspecify.annotations.NullMarked;
