/**
 * How large the cache should be: the miss ratio of the open recording by capacity, for several
 * policies on one chart.
 */
@NullMarked
package cachescope.app.sizing;

import org.jspecify.annotations.NullMarked;
