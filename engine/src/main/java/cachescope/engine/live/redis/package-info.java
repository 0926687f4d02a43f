/**
 * Redis as the shared cache of the live world: the bundled server, connections, and the cache
 * itself. The only package that knows a Redis client.
 *
 * <p>Everything is kept under {@code cachescope:<run id>:}. An entry is a string of JSON that a
 * person can read with {@code GET}: {@code
 * {"version":3,"loadedAt":1795471234123456,"expiresAt":1795471294123456,"loadMicros":812,
 * "value":"..."}}. Times are microseconds since 1970; {@code expiresAt} is left out where the entry
 * does not expire; a cached absence ends with {@code "absent":true} in place of the value. A
 * tombstone is {@code {"version":3,"tombstone":true}}. The version stands first and the value last,
 * so that scripts judge an entry by its first bytes and a read decodes the rest in one pass,
 * however large the value is. Beside the entries lie locks, leases, versions and tags, and
 * structures for their own sake, each under a beginning of its own such as {@code structure:}. The
 * server's own expiry (PX) is rounded up to its milliseconds; the reader goes by {@code expiresAt}.
 */
@NullMarked
package cachescope.engine.live.redis;

import org.jspecify.annotations.NullMarked;
