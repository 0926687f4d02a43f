/**
 * How writes become known to the caches of all nodes: the messages on their way, what they drop,
 * who missed one, and which version of a key every place holds.
 */
@NullMarked
package cachescope.engine.projection.fanout;

import org.jspecify.annotations.NullMarked;
