package cachescope.engine.traffic;

import cachescope.engine.traffic.line.BadLine;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Understands the records of one binary recording, in their order; they are all of one length. */
non-sealed interface RecordParser extends Parser {

    /** The bytes of a record. */
    int length();

    /** How the bytes of its numbers are ordered. */
    ByteOrder order();

    /** Hands on the request of the record that begins at an index. A bad one hands on nothing. */
    void parse(ByteBuffer bytes, int at, RequestSink requests) throws BadLine;
}
