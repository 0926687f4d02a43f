/**
 * Which entry leaves a full cache: least recently used, as the linked list with a hash map that
 * textbooks draw, and its rivals. Plain data structures that know no tier and no event; chance
 * comes from numbers that are handed in. A policy is an {@link cachescope.engine.eviction.Eviction}
 * over slots, on which a cache of objects and a replay of numbered keys stand alike; the optimum
 * knows the future and is a class of its own.
 */
@NullMarked
package cachescope.engine.eviction;

import org.jspecify.annotations.NullMarked;
