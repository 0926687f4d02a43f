package cachescope.engine.traffic;

import cachescope.engine.traffic.line.BadLine;
import cachescope.engine.traffic.line.LineReader;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a recording in text, counted from 1. */
final class LinePieces implements Pieces {
    private final LineReader lines;
    private final LineParser parser;

    LinePieces(InputStream content, LineParser parser) {
        this.lines = new LineReader(content);
        this.parser = parser;
    }

    @Override
    public boolean advance() throws IOException {
        return lines.advance();
    }

    @Override
    public void parse(RequestSink requests) throws BadLine {
        parser.parse(lines.text(), requests);
    }

    @Override
    public Parser parser() {
        return parser;
    }

    @Override
    public String place() {
        return "line " + lines.number();
    }

    @Override
    public String name() {
        return "line";
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
