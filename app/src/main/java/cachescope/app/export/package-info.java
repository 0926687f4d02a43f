/**
 * What a person takes out of the window: a picture, a film, a span of the log. The view and its
 * model ask; the {@link cachescope.app.export.Exports} do the work and are looked at once a frame.
 */
@NullMarked
package cachescope.app.export;

import org.jspecify.annotations.NullMarked;
