/**
 * What happens to one key around its expiry: its TTL, who asks and waits, who holds the lock, the
 * loads in flight, and how many each expiry led to beside how many were to be expected.
 */
@NullMarked
package cachescope.app.stampede;

import org.jspecify.annotations.NullMarked;
