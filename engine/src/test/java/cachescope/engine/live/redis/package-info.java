/** Tests of the shared cache against bundled servers of their own. */
@NullMarked
package cachescope.engine.live.redis;

import org.jspecify.annotations.NullMarked;
