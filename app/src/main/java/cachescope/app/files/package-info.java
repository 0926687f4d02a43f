/** How a person names a file: by a dialog, or by dropping it on the window. */
@NullMarked
package cachescope.app.files;

import org.jspecify.annotations.NullMarked;
