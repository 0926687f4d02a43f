/**
 * Decorators that make a port slow or unreliable: the added delay of the database, and faults for
 * tests and lessons.
 */
@NullMarked
package cachescope.engine.port.faulty;

import org.jspecify.annotations.NullMarked;
