/**
 * The bar at the top: which traffic runs, what it runs on, how far reading has come; and the
 * messages below it.
 */
@NullMarked
package cachescope.app.header;

import org.jspecify.annotations.NullMarked;
