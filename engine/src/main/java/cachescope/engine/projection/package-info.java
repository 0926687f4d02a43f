/**
 * Folds of events into what can be shown: the report, the time line, the tiers' load, packets on
 * their way. Plain and single-threaded, each in bounded memory; whoever feeds one also asks it.
 */
@NullMarked
package cachescope.engine.projection;

import org.jspecify.annotations.NullMarked;
