/** Tests of runs over a real Redis and a real SQLite, and of what judges their reads. */
@NullMarked
package cachescope.engine.run;

import org.jspecify.annotations.NullMarked;
