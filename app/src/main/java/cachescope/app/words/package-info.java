/**
 * Numbers and times as a person reads them: always the same width where they change, never in the
 * words of a locale.
 */
@NullMarked
package cachescope.app.words;

import org.jspecify.annotations.NullMarked;
