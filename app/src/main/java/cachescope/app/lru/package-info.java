/**
 * The linked list with its hash map: what the calls to a cache do to it pointer by pointer, a
 * sandbox to try that by hand, and other policies beside it on the same traffic.
 */
@NullMarked
package cachescope.app.lru;

import org.jspecify.annotations.NullMarked;
