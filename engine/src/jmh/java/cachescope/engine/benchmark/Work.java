package cachescope.engine.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Some things that were done, in so much time.
 *
 * @param nanos of the clock on the wall
 * @param processorNanos of all threads of this JVM; what Redis took is not in it
 */
record Work(long things, long nanos, long processorNanos) {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** Does things and returns how many. */
    @FunctionalInterface
    interface Doing {
        long run() throws Exception;
    }

    static Work measure(Doing doing) throws Exception {
        long startedAt = System.nanoTime();
        long processor = SYSTEM.getProcessCpuTime();
        long things = doing.run();
        return new Work(
                things, System.nanoTime() - startedAt, SYSTEM.getProcessCpuTime() - processor);
    }

    double perSecond() {
        return things * 1e9 / nanos;
    }

    double processorMicrosEach() {
        return processorNanos / 1e3 / things;
    }
}
