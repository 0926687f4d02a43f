/**
 * Charts of the run over time, on one axis of time: hit ratio, database calls, and how long reads
 * take.
 */
@NullMarked
package cachescope.app.charts;

import org.jspecify.annotations.NullMarked;
