/** Tests of the structures, over those in memory. */
@NullMarked
package cachescope.engine.structure;

import org.jspecify.annotations.NullMarked;
