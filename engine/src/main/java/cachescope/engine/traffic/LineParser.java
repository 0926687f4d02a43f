package cachescope.engine.traffic;

import cachescope.engine.traffic.line.BadLine;
import java.util.List;
import java.util.function.Consumer;

/** Understands the lines of one recording, in their order; one is made for every reading. */
interface LineParser {

    /**
     * Hands on the requests of a line: often one, sometimes none or several. A bad line hands on
     * nothing.
     */
    void parse(String line, Consumer<Request> requests) throws BadLine;

    /** Hands on what was kept back until the last line was seen. */
    default void end(Consumer<Request> requests) {}

    /** What a person should know of the lines parsed so far. */
    List<String> remarks();
}
