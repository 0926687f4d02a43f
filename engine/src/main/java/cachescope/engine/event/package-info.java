/**
 * What happened in a run: the sealed vocabulary of events, the log that holds them, and its JSON
 * Lines form.
 */
@NullMarked
package cachescope.engine.event;

import org.jspecify.annotations.NullMarked;
