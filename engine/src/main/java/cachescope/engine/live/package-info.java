/**
 * The live world: tasks are virtual threads and time is the system's. Its stores, a real Redis and
 * a real SQLite, have packages of their own below it.
 */
@NullMarked
package cachescope.engine.live;

import org.jspecify.annotations.NullMarked;
