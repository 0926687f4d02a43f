/** The keys of the window: one table that the handler obeys and the overlay lists. */
@NullMarked
package cachescope.app.keys;

import org.jspecify.annotations.NullMarked;
