package cachescope.app.picture;

import java.io.Closeable;
import java.io.IOException;

/**
 * A file that pictures of one size go into, one after another; a film of one picture is a still
 * picture. For one thread at a time; blocks on the file.
 */
public interface Film extends Closeable {

    /** Shows a picture after the others. */
    void add(Picture picture) throws IOException;

    /** Ends the file; it is whole only if as many pictures came as were promised. */
    @Override
    void close() throws IOException;
}
