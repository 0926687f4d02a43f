package cachescope.engine.run;

import cachescope.engine.port.Tasks.Task;
import java.util.List;

/**
 * How a run ends once no more requests come: in good order, or given up if it is told again to
 * stop.
 */
final class Ending {
    private final RunState state;
    private final Admission admission;
    private final ApplicationNodes nodes;

    Ending(RunState state, Admission admission, ApplicationNodes nodes) {
        this.state = state;
        this.admission = admission;
        this.nodes = nodes;
    }

    /**
     * Ends who steers the run, waits for what is in flight and makes pending writes durable;
     * returns whether it could. A change of strategy that has begun may leave its pattern half
     * closed; closing it again does the rest.
     */
    boolean isInGoodOrder(List<Task> steering) {
        state.ending();
        try {
            if (state.isToldAgain()) {
                throw new InterruptedException("told again before there was anything to wait for");
            }
            stop(steering);
            nodes.endCrashes();
            admission.close();
            nodes.finish();
            return true;
        } catch (InterruptedException toldAgain) {
            giveUp(steering);
            return false;
        }
    }

    /** Ends what can be broken off, so that what can't be done any more is said to be lost. */
    private void giveUp(List<Task> steering) {
        state.givesUp();
        Thread.interrupted(); // from here on only the end of all tasks tells this one to stop
        try {
            stop(steering);
            nodes.breakOff();
            admission.close();
            nodes.abandon();
        } catch (InterruptedException noTime) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(List<Task> steering) throws InterruptedException {
        for (var task : steering) {
            task.cancel();
            task.join();
        }
    }
}
