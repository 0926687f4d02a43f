/**
 * Decorators that turn each call of a port into events: that it left, what it did, when it took
 * effect and came back. The caching code under observation knows nothing of them.
 */
@NullMarked
package cachescope.engine.port.observed;

import org.jspecify.annotations.NullMarked;
