/**
 * The run in words: a list of sentences about what was notable, of which each leads to the moment
 * it tells of.
 */
@NullMarked
package cachescope.app.feed;

import org.jspecify.annotations.NullMarked;
