/**
 * What the caching code stands on: a cache, a store of records, and {@link
 * cachescope.engine.port.Tasks}, the one place that knows time and concurrency. Adapters of the
 * live and of the simulated world implement these.
 */
@NullMarked
package cachescope.engine.port;

import org.jspecify.annotations.NullMarked;
