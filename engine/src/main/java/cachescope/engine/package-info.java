/**
 * Caching strategies over a real Redis and a real SQLite, every step of which becomes an event.
 * Knows no screen.
 */
@NullMarked
package cachescope.engine;

import org.jspecify.annotations.NullMarked;
