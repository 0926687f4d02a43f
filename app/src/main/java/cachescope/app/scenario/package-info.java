/** What a scenario says of itself, above the stage that shows it. */
@NullMarked
package cachescope.app.scenario;

import org.jspecify.annotations.NullMarked;
