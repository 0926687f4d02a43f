/** How copies learn that a write has overtaken them: by messages, tags, and versions in keys. */
@NullMarked
package cachescope.engine.invalidation;

import org.jspecify.annotations.NullMarked;
