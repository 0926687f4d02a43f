package cachescope.engine.event;

import cachescope.engine.projection.ReportProjection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the log costs a read hit: the five events of one request that finds its value in Redis. Run
 * with {@code mvn -q -Pjmh -pl engine test-compile exec:exec -Dbenchmark=EventLog}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EventLogBenchmark {
    private static final int KEYS = 1024;

    /**
     * What is done with the events: held in memory, folded into the report, spilled, or written to
     * a file as well.
     */
    public enum Use {
        MEMORY,
        REPORT,
        SPILL,
        FILE
    }

    @Param private Use use = Use.MEMORY;

    private final String[] keys = new String[KEYS];
    private EventLog log = new EventLog();
    private @Nullable EventFileWriter writer;
    private Path file = Path.of("");
    private long request;

    @Setup(Level.Iteration)
    public void open() throws IOException, EventFileException {
        for (int i = 0; i < KEYS; i++) {
            keys[i] = "user:" + i;
        }
        request = 0;
        log = new EventLog(use == Use.SPILL ? History.SPILL : History.NONE, EventLog.WINDOW_EVENTS);
        if (use != Use.MEMORY) {
            log.observe(new ReportProjection());
        }
        if (use == Use.FILE) {
            file = Files.createTempFile("event-log-benchmark", ".jsonl");
            writer = EventFileWriter.open(file, _ -> {});
            log.observe(writer);
        }
    }

    @TearDown(Level.Iteration)
    public void close() throws IOException, EventFileException {
        log.close();
        if (writer != null) {
            writer.close();
            Files.delete(file);
        }
    }

    /** The five events of a read hit, and nothing else. */
    @Benchmark
    public long readHit() {
        long number = request++;
        long now = number * 50_000;
        var key = keys[(int) number & (KEYS - 1)];
        var cause = new Cause.Request(number);
        log.append(seq -> new Event.RequestStarted(seq, now, number, Operation.READ, key, now));
        log.append(seq -> new Event.RequestRouted(seq, now, number, "app-1"));
        log.append(seq ->
                new Event.CallStarted(
                        seq, now, number, cause, "app-1", Tier.REDIS, CallKind.GET, key));
        var sent = List.of("GET " + key);
        long end = now + 40_000;
        var span = new Span(number, now, end, end, cause, "app-1", Tier.REDIS, sent);
        log.append(seq -> new Event.CacheRead(seq, span, key, Outcome.HIT, 1));
        log.append(seq ->
                new Event.RequestEnded(
                        seq,
                        now + 41_000,
                        number,
                        "app-1",
                        Operation.READ,
                        key,
                        now,
                        now,
                        Answer.HIT,
                        1,
                        false,
                        0,
                        false,
                        null));
        return log.size();
    }
}
