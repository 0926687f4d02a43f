/**
 * The one crossing from a run to the screen. Once a frame the {@link
 * cachescope.app.frame.FrameClock} reads on in the log up to the {@link
 * cachescope.app.frame.Playhead}, folds the projections, and shows every screen the same {@link
 * cachescope.app.frame.Frame}.
 */
@NullMarked
package cachescope.app.frame;

import org.jspecify.annotations.NullMarked;
