package cachescope.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandoverTest {

    @Test
    void whoFindsTheQueueFullWaitsUntilSomethingIsTaken() throws InterruptedException {
        var handover = new Handover<Integer>(1);
        handover.put(1);
        var second = Thread.ofVirtual().start(() -> handover.put(2));
        awaitWaiting(second);

        assertThat(handover.take()).contains(1);
        second.join();
        assertThat(handover.take()).contains(2);
    }

    @Test
    void anInterruptDoesNotLoseWhatIsHandedOver() throws InterruptedException {
        var handover = new Handover<Integer>(1);
        handover.put(1);
        var second = Thread.ofPlatform().start(() -> handover.put(2));
        awaitWaiting(second);
        second.interrupt();

        assertThat(handover.take()).contains(1);
        second.join();
        assertThat(handover.take()).contains(2);
    }

    @Test
    void aClosedQueueGivesOutWhatItHoldsAndThenEnds() {
        var handover = new Handover<Integer>(4);
        handover.put(1);
        handover.close();

        assertThat(handover.put(2)).isFalse();
        assertThat(handover.take()).contains(1);
        assertThat(handover.take()).isEmpty();
    }

    @Test
    void anAbandonedQueueLetsGoWhoWaits() throws InterruptedException {
        var handover = new Handover<Integer>(1);
        handover.put(1);
        var second = Thread.ofPlatform().start(() -> handover.put(2));
        awaitWaiting(second);

        handover.abandon();

        second.join();
        assertThat(handover.take()).isEmpty();
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }
}
