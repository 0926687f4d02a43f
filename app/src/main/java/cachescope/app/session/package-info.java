/**
 * What the window plays: one run after another, live or simulated, with a branch where there is
 * one, opened and steered without keeping the window waiting.
 */
@NullMarked
package cachescope.app.session;

import org.jspecify.annotations.NullMarked;
