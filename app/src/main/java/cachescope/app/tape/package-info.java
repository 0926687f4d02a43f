/**
 * The tape: a whole run at a glance, its marks, the playhead on it, and what moves the playhead.
 */
@NullMarked
package cachescope.app.tape;

import org.jspecify.annotations.NullMarked;
