/**
 * Traffic: the requests that a run is fed with, the formats in which recorded ones are read and
 * written, and what can be said of a whole stream of them.
 */
@NullMarked
package cachescope.engine.traffic;

import org.jspecify.annotations.NullMarked;
