/**
 * The caching patterns, one small class each, written over ports so that each reads like its
 * textbook description.
 */
@NullMarked
package cachescope.engine.pattern;

import org.jspecify.annotations.NullMarked;
