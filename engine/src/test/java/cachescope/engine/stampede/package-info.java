/** Tests of the guards, step by step and race by race. */
@NullMarked
package cachescope.engine.stampede;

import org.jspecify.annotations.NullMarked;
