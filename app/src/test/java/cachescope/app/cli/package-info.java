/** Tests of the command line: its words, fields, files and exit codes. */
@NullMarked
package cachescope.app.cli;

import org.jspecify.annotations.NullMarked;
