/**
 * How large a cache should be: which requests of a recording would hit, by policy and capacity, and
 * the whole curve of miss ratio by capacity. No stores and no time: each request, whatever it does,
 * is a look-up that puts the key in if it is not held.
 */
@NullMarked
package cachescope.engine.sizing;

import org.jspecify.annotations.NullMarked;
