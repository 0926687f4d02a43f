/**
 * In which order the entries of one cache lie, the one that would leave last first: told from the
 * calls in the log alone, as the cache itself is never asked.
 */
@NullMarked
package cachescope.engine.projection.order;

import org.jspecify.annotations.NullMarked;
