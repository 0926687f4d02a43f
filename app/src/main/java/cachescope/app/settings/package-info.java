/** What the window remembers from one start to the next, in a file of the user's own. */
@NullMarked
package cachescope.app.settings;

import org.jspecify.annotations.NullMarked;
