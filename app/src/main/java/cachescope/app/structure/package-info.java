/**
 * Redis' structures to be tried out, beside the run: what each step sends, in how many round trips,
 * and the keys as they are afterwards.
 */
@NullMarked
package cachescope.app.structure;

import org.jspecify.annotations.NullMarked;
