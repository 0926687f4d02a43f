package cachescope.app.frame;

import cachescope.app.fixture.SyntheticLog;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.History;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how soon any moment of a run of a million requests is there: the log is appended as fast
 * as it can be made while it is followed, then two hundred random times are sought. At the root:
 *
 * <pre>
 * mvn -q -pl engine,app test-compile exec:exec@seek-benchmark
 * </pre>
 */
public final class SeekBenchmark {
    private static final int REQUESTS = 1_000_000;
    private static final double REQUESTS_PER_SECOND = 100_000;
    private static final int SEEKS = 200;
    private static final double MILLI = 1e6;

    private SeekBenchmark() {}

    public static void main(String[] arguments) {
        long heapBefore = heap();
        try (var log = new EventLog(History.SPILL, EventLog.WINDOW_EVENTS);
                var open = OpenLog.of(log)) {
            long begun = System.nanoTime();
            SyntheticLog.into(log, 1, REQUESTS, REQUESTS_PER_SECOND, 4);
            long ended = System.nanoTime();
            while (open.published().endSeq() < log.size()) {
                LockSupport.parkNanos(100_000);
            }
            long followed = System.nanoTime();
            System.out.printf(
                    Locale.ROOT,
                    "%,d requests, %,d events appended in %.2f s; all of it folded %.0f ms after the end%n",
                    REQUESTS,
                    log.size(),
                    (ended - begun) / 1e9,
                    (followed - ended) / MILLI);
            seek(log, open);
            System.out.printf(
                    Locale.ROOT,
                    "heap with the log's window and its keyframes: %d MB more than before%n",
                    (heap() - heapBefore) >> 20);
            System.out.println(open.published().whole().markers().all().size() + " markers");
        }
    }

    private static void seek(EventLog log, OpenLog open) {
        var random = new SplittableRandom(7);
        var threads = ManagementFactory.getThreadMXBean();
        var nanos = new long[SEEKS];
        var cpuNanos = new long[SEEKS];
        for (int i = 0; i < SEEKS; i++) {
            long time = random.nextLong(log.lastAt());
            long cpuFrom = threads.getCurrentThreadCpuTime();
            long from = System.nanoTime();
            open.seeker().at(time);
            nanos[i] = System.nanoTime() - from;
            cpuNanos[i] = threads.getCurrentThreadCpuTime() - cpuFrom;
        }
        long first = nanos[0];
        Arrays.sort(nanos);
        Arrays.sort(cpuNanos);
        System.out.printf(
                Locale.ROOT,
                "%d seeks to the true state: median %.1f ms, 95 %% %.1f ms, longest %.1f ms (the first %.1f ms); of the processor: median %.1f ms, longest %.1f ms%n",
                SEEKS,
                nanos[SEEKS / 2] / MILLI,
                nanos[SEEKS * 95 / 100] / MILLI,
                nanos[SEEKS - 1] / MILLI,
                first / MILLI,
                cpuNanos[SEEKS / 2] / MILLI,
                cpuNanos[SEEKS - 1] / MILLI);
    }

    private static long heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
