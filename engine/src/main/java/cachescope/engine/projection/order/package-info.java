/**
 * In which order the entries of one cache lie, the one that would leave last first. It comes from
 * the log alone, as the cache itself is never asked: where the cache tells each of its moves from
 * these, else derived from its calls.
 */
@NullMarked
package cachescope.engine.projection.order;

import org.jspecify.annotations.NullMarked;
