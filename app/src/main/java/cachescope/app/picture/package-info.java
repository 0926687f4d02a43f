/**
 * Pictures of the window and films of a span of time, as files: without a screen, and without
 * JavaFX.
 */
@NullMarked
package cachescope.app.picture;

import org.jspecify.annotations.NullMarked;
