package cachescope.engine.run;

import cachescope.engine.event.Cause;
import cachescope.engine.port.Caller;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Glob;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.Tasks.Task;
import cachescope.engine.run.Dispatcher.Route;
import cachescope.engine.strategy.Strategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application node: its tasks, what patterns stand on there, and the service that it gives. */
final class ApplicationNode {
    private final NodeTasks tasks;
    private final Assembly assembly;
    private final Service service;
    private final Crashes crashes;
    private @Nullable Task crashing;

    ApplicationNode(NodeTasks tasks, Assembly assembly, Service service, Crashes crashes) {
        this.tasks = tasks;
        this.assembly = assembly;
        this.service = service;
        this.crashes = crashes;
    }

    String name() {
        return service.node();
    }

    Service service() {
        return service;
    }

    /** The way of a request that goes to it. */
    Route route() {
        return new Route(tasks, service);
    }

    /** Goes by the faults of its strategy from now on. */
    void begin(Tasks world) {
        var caller = Caller.background(new Cause.Background("crashes", List.of()), name());
        crashing = world.start(caller, crashes::work);
    }

    /** Kills it by hand, or lets it be started again. Returns at once. */
    void kill(boolean down) {
        crashes.byHand(down);
    }

    /** Breaks the connections over which it hears messages. */
    void cutSubscription() {
        assembly.cutSubscription();
    }

    /** Lets the next message to it get lost. */
    void loseNextMessage() {
        assembly.loseNextMessage();
    }

    /** Lets the entry of a key in the shared cache expire now. */
    void expire(String key) {
        assembly.expire(key);
    }

    /** Drops all keys that a pattern means. Blocks until that is done, or the node is killed. */
    void drop(Glob glob) throws InterruptedException {
        var caller = Caller.background(new Cause.Background("drop", List.of()), name());
        var task = tasks.start(caller, () -> assembly.drop(glob));
        try {
            task.join();
        } catch (InterruptedException stopped) {
            task.cancel();
            task.join();
            throw stopped;
        }
    }

    /** Serves by another strategy from the next request on. */
    void use(Strategy strategy) throws DatabaseUnavailable {
        service.use(assembly.pattern(strategy));
        crashes.follow(strategy);
    }

    /** Makes what is pending durable. Blocks. */
    void finish() throws InterruptedException {
        service.pattern().close();
    }

    /** Lets it be up or down as it is from now on. Blocks for a start that is under way. */
    void endCrashes() throws InterruptedException {
        crashes.end();
        var begun = crashing;
        if (begun != null) {
            begun.join();
        }
    }

    /** Breaks off its requests, and waits for nothing that can be broken off. */
    void breakOff() {
        tasks.cancelRequests();
    }

    /** Gives up what is pending. */
    void abandon() throws InterruptedException {
        service.pattern().abandon();
    }
}
