/**
 * What happens to a key around its expiry: who asks for it and who waits, which loads are in
 * flight, who holds its lock, and how many loads each expiry led to.
 */
@NullMarked
package cachescope.engine.projection.stampede;

import org.jspecify.annotations.NullMarked;
