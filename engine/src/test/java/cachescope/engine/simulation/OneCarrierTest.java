package cachescope.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import javax.management.ObjectName;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.junit.jupiter.api.Test;

class OneCarrierTest {
    private final Scheduler scheduler = new Scheduler();
    private final OneCarrier carrier = new OneCarrier(scheduler);

    @Test
    void thereIsOneUntilTheLastHoldIsClosed() {
        var first = carrier.hold();
        var second = carrier.hold();
        assertThat(scheduler.carriers).isEqualTo(1);
        first.close();
        first.close();
        assertThat(scheduler.carriers).isEqualTo(1);
        second.close();
        assertThat(scheduler.carriers).isEqualTo(3);
    }

    @Test
    void aSchedulerThatIsAsItIsStaysSo() {
        scheduler.fixed = true;
        carrier.hold().close();
        new OneCarrier(null).hold().close();
        assertThat(scheduler.carriers).isEqualTo(3);
    }

    /** Of the three carriers that Java has. */
    private static final class Scheduler implements VirtualThreadSchedulerMXBean {
        private int carriers = 3;
        private boolean fixed;

        @Override
        public int getParallelism() {
            return carriers;
        }

        @Override
        public void setParallelism(int size) {
            if (fixed) {
                throw new UnsupportedOperationException();
            }
            carriers = size;
        }

        @Override
        public int getPoolSize() {
            return carriers;
        }

        @Override
        public int getMountedVirtualThreadCount() {
            return 0;
        }

        @Override
        public long getQueuedVirtualThreadCount() {
            return 0;
        }

        @Override
        public ObjectName getObjectName() {
            throw new UnsupportedOperationException();
        }
    }
}
