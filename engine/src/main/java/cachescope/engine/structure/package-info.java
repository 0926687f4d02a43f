/**
 * Redis' data structures as people use them for caching: JSON values and counters in strings,
 * objects in hashes, the newest of something in a list, tags in sets. Each is a small class that
 * reads like the commands it sends.
 */
@NullMarked
package cachescope.engine.structure;

import org.jspecify.annotations.NullMarked;
