/**
 * The command line: the same engine without a window. Its words, JSON fields and exit codes are a
 * contract.
 */
@NullMarked
package cachescope.app.cli;

import org.jspecify.annotations.NullMarked;
