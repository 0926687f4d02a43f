/**
 * Everything that a person can choose about a run: immutable values, their JSON form, and why a
 * choice makes no sense.
 */
@NullMarked
package cachescope.engine.strategy;

import org.jspecify.annotations.NullMarked;
