package cachescope.engine.traffic;

import cachescope.engine.traffic.line.BadLine;
import java.io.Closeable;
import java.io.IOException;

/** What a recording is made of and read by: lines of text, or records of bytes. */
sealed interface Pieces extends Closeable permits LinePieces, RecordPieces {

    /** Moves to the next piece; false if there is none. Blocks. */
    boolean advance() throws IOException;

    /** Hands on the requests of the present piece; none if it is bad. */
    void parse(RequestSink requests) throws BadLine;

    /** Who understands the pieces. */
    Parser parser();

    /** Where the present piece is, such as {@code line 7}. */
    String place();

    /** What a single one is called. */
    String name();
}
