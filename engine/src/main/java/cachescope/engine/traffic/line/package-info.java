/**
 * Lines of text as recordings have them: bounded in length, in strict UTF-8, with quoted and
 * delimited fields.
 */
@NullMarked
package cachescope.engine.traffic.line;

import org.jspecify.annotations.NullMarked;
