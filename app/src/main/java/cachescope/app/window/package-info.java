/**
 * The window's plan: where header, panels, stage and tape stand, and how they fold away where there
 * is little room.
 */
@NullMarked
package cachescope.app.window;

import org.jspecify.annotations.NullMarked;
