/** The program: a window on caching when started without arguments, a command line otherwise. */
@NullMarked
package cachescope.app;

import org.jspecify.annotations.NullMarked;
