package cachescope.engine.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the live world stands on.
 *
 * @param redis the URL of a Redis; absent for the bundled server
 * @param database an SQLite file that is kept; absent for a temporary one
 */
public record LiveOptions(@Nullable String redis, @Nullable Path database) {

    /** The bundled Redis and a temporary database. */
    public static final LiveOptions BUNDLED = new LiveOptions(null, null);
}
