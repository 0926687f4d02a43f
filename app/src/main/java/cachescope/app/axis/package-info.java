/**
 * Scales: where a value lies between two ends, and which marks are worth writing beside it. Plain,
 * knows no node.
 */
@NullMarked
package cachescope.app.axis;

import org.jspecify.annotations.NullMarked;
