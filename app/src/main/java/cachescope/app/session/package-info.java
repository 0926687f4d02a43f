/**
 * What the window plays: one run after another, opened and steered without keeping the window
 * waiting.
 */
@NullMarked
package cachescope.app.session;

import org.jspecify.annotations.NullMarked;
