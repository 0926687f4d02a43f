/**
 * The keys that are in Redis now, read beside the run a page at a time while they are looked at:
 * the one view that asks a store, as it shows the store and not the run.
 */
@NullMarked
package cachescope.app.keyspace;

import org.jspecify.annotations.NullMarked;
