package cachescope.engine.traffic;

import cachescope.engine.traffic.line.BadLine;

/** Understands the lines of one recording, in their order. */
non-sealed interface LineParser extends Parser {

    /**
     * Hands on the requests of a line: often one, sometimes none or several. A bad line hands on
     * nothing.
     */
    void parse(String line, RequestSink requests) throws BadLine;
}
