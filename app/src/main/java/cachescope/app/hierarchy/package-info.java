/**
 * The ladder of places where data can lie, from a core's own cache to a database: typical figures,
 * and what the calls of the run took up to the playhead.
 */
@NullMarked
package cachescope.app.hierarchy;

import org.jspecify.annotations.NullMarked;
