/**
 * How fast the engine is, as a ratio to a bare rival that does the same work in the same run. Times
 * differ from machine to machine; ratios hardly do.
 */
@NullMarked
package cachescope.engine.benchmark;

import org.jspecify.annotations.NullMarked;
