/** How long what is cached may be served. */
@NullMarked
package cachescope.engine.expiry;

import org.jspecify.annotations.NullMarked;
