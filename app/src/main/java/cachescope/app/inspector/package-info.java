/** What one request, one piece of background work or one tier did, to the command. */
@NullMarked
package cachescope.app.inspector;

import org.jspecify.annotations.NullMarked;
