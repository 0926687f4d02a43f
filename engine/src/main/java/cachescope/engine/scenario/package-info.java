/**
 * Scenarios: a strategy, traffic and trouble put together to show one thing, with words on what to
 * watch for and what is to be learned.
 */
@NullMarked
package cachescope.engine.scenario;

import org.jspecify.annotations.NullMarked;
