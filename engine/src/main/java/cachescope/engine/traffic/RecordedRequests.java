package cachescope.engine.traffic;

import cachescope.engine.traffic.line.BadLine;
import cachescope.engine.traffic.line.LineReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The requests of a recording in lines of text. Holds one line and its requests, never the
 * recording.
 */
final class RecordedRequests implements RequestStream {
    private final String label;
    private final OpenedSource source;
    private final LineReader lines;
    private final LineParser parser;
    private final long skipBad;
    private final ArrayDeque<Request> pending = new ArrayDeque<>();

    private boolean ended;
    private boolean anyRequest;
    private boolean stopped;
    private long badLines;
    private String firstBad = "";

    RecordedRequests(String label, OpenedSource source, LineParser parser, long skipBad) {
        this.label = label;
        this.source = source;
        this.lines = new LineReader(source.text());
        this.parser = parser;
        this.skipBad = skipBad;
    }

    @Override
    public Optional<Request> next() throws TrafficException {
        while (pending.isEmpty() && !ended) {
            readLine();
        }
        anyRequest |= !pending.isEmpty();
        if (!anyRequest && !stopped) {
            throw new TrafficException(
                    label + " holds no request" + (badLines > 0 ? ": " + skipped() : ""));
        }
        return Optional.ofNullable(pending.poll());
    }

    @Override
    public long bytesRead() {
        return source.bytesRead();
    }

    @Override
    public List<String> remarks() {
        var remarks = new ArrayList<String>();
        if (badLines > 0) {
            remarks.add("P" + skipped().substring(1) + ".");
        }
        remarks.addAll(parser.remarks());
        return List.copyOf(remarks);
    }

    @Override
    public void close() {
        ended = true;
        try {
            lines.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(label + " cannot be closed", failure);
        }
    }

    private void readLine() throws TrafficException {
        try {
            if (lines.advance()) {
                parser.parse(lines.text(), pending::add);
            } else {
                ended = true;
                parser.end(pending::add);
            }
        } catch (InterruptedIOException toldToStop) {
            ended = true;
            stopped = true;
        } catch (IOException failure) {
            throw OpenedSource.unreadable(label + ", after line " + lines.number() + ",", failure);
        } catch (BadLine bad) {
            passOver(bad);
        }
    }

    private void passOver(BadLine bad) throws TrafficException {
        var sentence = "line " + lines.number() + ": " + bad.getMessage();
        if (badLines == skipBad) {
            var after = badLines == 0 ? "" : " (" + counted() + " passed over before)";
            throw new TrafficException(label + ", " + sentence + after, bad);
        }
        if (badLines == 0) {
            firstBad = sentence;
        }
        badLines++;
    }

    private String skipped() {
        return "passed over " + counted() + ", the first is " + firstBad;
    }

    private String counted() {
        return badLines + (badLines == 1 ? " bad line" : " bad lines");
    }
}
