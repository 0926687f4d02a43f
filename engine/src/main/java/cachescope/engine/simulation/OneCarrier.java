package cachescope.engine.simulation;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.jspecify.annotations.Nullable;

/**
 * Lets Java run all virtual threads on one carrier thread while any simulation is open. One strand
 * of a simulation runs at a time; with two carriers each turn would wake another core and move what
 * it works on over there, which makes a simulated run several times slower and no different. Live
 * tasks of the same program meanwhile share the one carrier; they give it up whenever they wait.
 *
 * <p>What was in force before the first is in force again after the last. Nothing happens on a Java
 * that cannot be told (see {@link VirtualThreadSchedulerMXBean#setParallelism}), or whose user
 * chose the number with the system property {@value #CHOSEN}.
 */
final class OneCarrier {
    private static final String CHOSEN = "jdk.virtualThreadScheduler.parallelism";

    private static final OneCarrier OF_JAVA =
            new OneCarrier(System.getProperty(CHOSEN) == null ? schedulerOfJava() : null);

    private final @Nullable VirtualThreadSchedulerMXBean scheduler;
    private int holds;
    private int carriersBefore;

    OneCarrier(@Nullable VirtualThreadSchedulerMXBean scheduler) {
        this.scheduler = scheduler;
    }

    /** One that is open until it is closed. */
    @FunctionalInterface
    interface Hold extends AutoCloseable {
        /** Doing it again changes nothing. */
        @Override
        void close();
    }

    /** Holds the virtual threads of this Java. */
    static Hold ofJava() {
        return OF_JAVA.hold();
    }

    synchronized Hold hold() {
        if (holds++ == 0 && scheduler != null) {
            carriersBefore = scheduler.getParallelism();
            change(scheduler, 1);
        }
        var open = new AtomicBoolean(true);
        return () -> {
            if (open.getAndSet(false)) {
                release();
            }
        };
    }

    private synchronized void release() {
        if (--holds == 0 && scheduler != null) {
            change(scheduler, carriersBefore);
        }
    }

    private static @Nullable VirtualThreadSchedulerMXBean schedulerOfJava() {
        return ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
    }

    private static void change(VirtualThreadSchedulerMXBean scheduler, int carriers) {
        try {
            scheduler.setParallelism(carriers);
        } catch (UnsupportedOperationException fixed) {
            // so the turns are dearer
        }
    }
}
