package cachescope.engine.port.observed;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventSink;
import cachescope.engine.event.Span;
import cachescope.engine.event.Tier;
import cachescope.engine.port.Committed;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.PendingWrite;
import cachescope.engine.port.RecordStore;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.observed.Calls.Call;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A store of records whose calls become events. */
public final class ObservedRecords implements RecordStore {
    private final RecordStore records;
    private final boolean loads;
    private final Calls calls;

    /** {@code loads} says whether records are read in order to fill a cache. */
    public ObservedRecords(RecordStore records, boolean loads, Calls calls) {
        this.records = records;
        this.loads = loads;
        this.calls = calls;
    }

    @Override
    public Versioned read(String key) throws DatabaseUnavailable {
        return calls.observe(
                call(CallKind.READ, key),
                () -> records.read(key),
                (sink, span, found) -> read(sink, span, key, found));
    }

    @Override
    public Committed write(String key, String value) throws DatabaseUnavailable {
        return calls.observe(
                call(CallKind.WRITE, key),
                () -> records.write(key, value),
                (sink, span, commit) -> committed(sink, span, commit, new Kind(true, false, 0)));
    }

    @Override
    public Committed remove(String key) throws DatabaseUnavailable {
        return calls.observe(
                call(CallKind.DELETE, key),
                () -> records.remove(key),
                (sink, span, commit) -> committed(sink, span, commit, new Kind(false, false, 0)));
    }

    @Override
    public Optional<Committed> undo(Committed commit) throws DatabaseUnavailable {
        return calls.observe(
                call(CallKind.UNDO, commit.key()),
                () -> records.undo(commit),
                (sink, span, undone) -> undone(sink, span, commit, undone));
    }

    @Override
    public List<Committed> writeAll(List<PendingWrite> batch) throws DatabaseUnavailable {
        return calls.observe(
                call(CallKind.FLUSH, batch.getFirst().key()),
                new Cause.Background("flush", requests(batch)),
                () -> records.writeAll(batch),
                (sink, span, commits) -> flushed(sink, span, batch, commits));
    }

    @Override
    public long highestVersion() throws DatabaseUnavailable {
        return records.highestVersion();
    }

    /**
     * What is to be said of a commit beside its version: a value or a tombstone, alone or in a
     * batch, undoing what.
     */
    private record Kind(boolean isValue, boolean batched, long undoes) {
        Event event(long seq, Span span, String key, long version) {
            return isValue
                    ? new Event.RecordWritten(seq, span, key, version, batched, undoes)
                    : new Event.RecordRemoved(seq, span, key, version, batched, undoes);
        }
    }

    private void read(EventSink sink, Span span, String key, Versioned found) {
        sink.append(seq ->
                new Event.RecordRead(seq, span, key, found.version(), found.isPresent(), loads));
    }

    private static void committed(EventSink sink, Span span, Committed commit, Kind kind) {
        var committing = span.effectiveAt(commit.at());
        sink.append(seq -> kind.event(seq, committing, commit.key(), commit.version()));
    }

    private static void undone(
            EventSink sink, Span span, Committed commit, Optional<Committed> undone) {
        if (undone.isPresent()) {
            var kind = new Kind(commit.previous().isPresent(), false, commit.version());
            committed(sink, span, undone.get(), kind);
        } else {
            sink.append(seq -> new Event.UndoOvertaken(seq, span, commit.key(), commit.version()));
        }
    }

    private static void flushed(
            EventSink sink, Span span, List<PendingWrite> batch, List<Committed> commits) {
        var values =
                batch.stream()
                        .collect(
                                Collectors.toMap(
                                        PendingWrite::key, write -> write.versioned().isPresent()));
        for (var commit : commits) {
            boolean isValue = Boolean.TRUE.equals(values.get(commit.key()));
            committed(sink, span.withoutStatements(), commit, new Kind(isValue, true, 0));
        }
        sink.append(seq -> new Event.BatchFlushed(seq, span, batch.size(), commits.size()));
    }

    private static Call call(CallKind kind, String key) {
        return new Call(kind, Tier.DATABASE, key);
    }

    private static List<Long> requests(List<PendingWrite> batch) {
        return batch.stream().flatMap(ObservedRecords::requests).distinct().toList();
    }

    private static Stream<Long> requests(PendingWrite write) {
        return switch (write.cause()) {
            case Cause.Request asker -> Stream.of(asker.request());
            case Cause.Background work -> work.requests().stream();
        };
    }
}
