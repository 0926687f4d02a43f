/** Tests of the system of record against real databases. */
@NullMarked
package cachescope.engine.live.sqlite;

import org.jspecify.annotations.NullMarked;
