/** Traffic that is made up from a seed: the same seed gives the same requests on every machine. */
@NullMarked
package cachescope.engine.traffic.generator;

import org.jspecify.annotations.NullMarked;
