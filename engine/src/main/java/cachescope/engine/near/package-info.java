/** The cache that each application node has of its own, before the shared one. */
@NullMarked
package cachescope.engine.near;

import org.jspecify.annotations.NullMarked;
