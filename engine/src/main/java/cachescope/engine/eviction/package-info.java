/**
 * Which entry leaves a full cache: least recently used, as the linked list with a hash map that
 * textbooks draw, and its rivals. Plain data structures that know no time, no tier and no event.
 */
@NullMarked
package cachescope.engine.eviction;

import org.jspecify.annotations.NullMarked;
