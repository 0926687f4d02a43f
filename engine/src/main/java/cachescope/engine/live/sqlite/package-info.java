/**
 * SQLite as the system of record of the live world, and as the place of what outgrows memory. The
 * only package that knows JDBC.
 *
 * <p>The records are the table {@code records} (key, value, version, deleted, updated_at in
 * milliseconds since 1970) in WAL mode: one connection writes, a few read beside it. It is an
 * ordinary table and not WITHOUT ROWID: that would save a read the step from the key's index to the
 * row, but it keeps whole rows in the key's tree, which is good for rows of up to a twentieth of a
 * page (200 bytes), and recorded values run to kilobytes and megabytes.
 *
 * <p>A record that was there before the run is written when its key is first touched, since its
 * value may depend on who touches it. These rows are gathered and inserted together, {@value
 * cachescope.engine.live.sqlite.FirstTouches#ROWS_MAX} at a time; until then reads are answered
 * from memory, and a write that comes first takes their place.
 */
@NullMarked
package cachescope.engine.live.sqlite;

import org.jspecify.annotations.NullMarked;
