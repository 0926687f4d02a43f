package cachescope.engine.traffic;

import cachescope.engine.traffic.line.BadLine;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The requests of a recording. Holds one piece of it (a line, or a record) and its requests, never
 * the recording.
 */
final class RecordedRequests implements RequestStream {
    private final String label;
    private final OpenedSource source;
    private final Pieces pieces;
    private final long skipBad;
    private final PendingRequests pending;

    private boolean ended;
    private boolean anyRequest;
    private boolean stopped;
    private long bad;
    private String firstBad = "";

    RecordedRequests(String label, OpenedSource source, Pieces pieces, long skipBad) {
        this.label = label;
        this.source = source;
        this.pieces = pieces;
        this.skipBad = skipBad;
        this.pending = new PendingRequests(pieces.parser());
    }

    @Override
    public Optional<Request> next() throws TrafficException {
        while (pending.isEmpty() && !ended) {
            readPiece(pending);
            if (ended && !stopped) {
                pending.end();
            }
        }
        anyRequest |= !pending.isEmpty();
        refuseIfNone();
        return pending.poll();
    }

    @Override
    public boolean nextKeys(KeySink keys) throws TrafficException {
        var handed = new HandedKeys(keys);
        while (handed.count() < KEYS_AT_ONCE && !ended) {
            readPiece(handed);
        }
        anyRequest |= handed.count() > 0;
        refuseIfNone();
        return handed.count() > 0;
    }

    private void refuseIfNone() throws TrafficException {
        if (!anyRequest && !stopped) {
            throw new TrafficException(
                    label + " holds no request" + (bad > 0 ? ": " + skipped() : ""));
        }
    }

    @Override
    public long bytesRead() {
        return source.bytesRead();
    }

    @Override
    public List<String> remarks() {
        var remarks = new ArrayList<String>();
        if (bad > 0) {
            remarks.add("P" + skipped().substring(1) + ".");
        }
        remarks.addAll(pieces.parser().remarks());
        return List.copyOf(remarks);
    }

    @Override
    public void close() {
        ended = true;
        try {
            pieces.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(label + " cannot be closed", failure);
        }
    }

    private void readPiece(RequestSink requests) throws TrafficException {
        try {
            if (pieces.advance()) {
                pieces.parse(requests);
            } else {
                ended = true;
            }
        } catch (InterruptedIOException toldToStop) {
            ended = true;
            stopped = true;
        } catch (IOException failure) {
            throw OpenedSource.unreadable(label + ", after " + pieces.place() + ",", failure);
        } catch (BadLine wrong) {
            passOver(wrong);
        }
    }

    private void passOver(BadLine wrong) throws TrafficException {
        var sentence = pieces.place() + ": " + wrong.getMessage();
        if (bad == skipBad) {
            var after = bad == 0 ? "" : " (" + counted() + " passed over before)";
            throw new TrafficException(label + ", " + sentence + after, wrong);
        }
        if (bad == 0) {
            firstBad = sentence;
        }
        bad++;
    }

    private String skipped() {
        return "passed over " + counted() + ", the first is " + firstBad;
    }

    private String counted() {
        return bad + " bad " + pieces.name() + (bad == 1 ? "" : "s");
    }
}
