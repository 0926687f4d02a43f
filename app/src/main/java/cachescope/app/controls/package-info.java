/**
 * The strategy and the traffic's pace in the hands of a person: every choice with what it means and
 * why it is closed.
 */
@NullMarked
package cachescope.app.controls;

import org.jspecify.annotations.NullMarked;
