package cachescope.engine.run;

import cachescope.engine.event.EventLog;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Glob;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.observed.Calls;
import cachescope.engine.port.observed.ExpiryMemory;
import cachescope.engine.run.Dispatcher.Route;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.traffic.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The application nodes of a run, behind a load balancer. A node that a later strategy no longer
 * has gets no requests, and is there if a still later one wants it again.
 */
final class ApplicationNodes {
    private final Stores stores;
    private final Tasks world;
    private final EventLog log;
    private final Calls calls;
    private final Reorders reorders;
    private final ExpiryMemory expiries = new ExpiryMemory();
    private final Wires wires;
    private final Orphans orphans;
    private final Ledger ledger;
    private final Payload payload;
    private final Consumer<String> failure;
    private final List<ApplicationNode> made = new ArrayList<>();
    private volatile List<ApplicationNode> serving = List.of();
    private boolean begun;
    private volatile Balancing balancing = new Balancing.RoundRobin();

    /** {@code failure} is told, in a sentence, if a node that was killed cannot start again. */
    ApplicationNodes(
            Stores stores,
            Tasks world,
            EventLog log,
            Calls calls,
            Reorders reorders,
            Ledger ledger,
            Payload payload,
            Consumer<String> failure) {
        this.stores = stores;
        this.world = world;
        this.log = log;
        this.calls = calls;
        this.reorders = reorders;
        this.orphans = new Orphans(log, world);
        this.wires = new Wires(stores, log, world, calls);
        this.ledger = ledger;
        this.payload = payload;
        this.failure = failure;
    }

    /** The name of a node, counted from 1. */
    static String name(int number) {
        return "app-" + number;
    }

    /**
     * Serves by a strategy from the next request on, its durations taken as they are, by as many
     * nodes as it has. Blocks for a query a node.
     */
    void use(Strategy strategy) throws DatabaseUnavailable {
        stores.meet(strategy);
        int wanted = strategy.cluster().nodes();
        for (int index = 0; index < Math.min(wanted, made.size()); index++) {
            made.get(index).use(strategy);
        }
        while (made.size() < wanted) {
            var node = node(made.size() + 1, strategy);
            made.add(node);
            if (begun) {
                node.begin(world);
            }
        }
        balancing = Balancing.of(strategy.cluster().balancer());
        serving = List.copyOf(made.subList(0, wanted));
    }

    private ApplicationNode node(int number, Strategy strategy) throws DatabaseUnavailable {
        var name = name(number);
        var tasks = new NodeTasks(world);
        var assembly =
                new Assembly(stores, name, tasks, log, calls, expiries, wires, orphans, reorders);
        var service = new Service(name, assembly.pattern(strategy), tasks, log, ledger, payload);
        var crashes = new Crashes(number, world, tasks, service, assembly, strategy, failure);
        return new ApplicationNode(tasks, assembly, service, crashes);
    }

    /** Lets the nodes go by the faults of their strategy, as the run has begun. */
    void begin() {
        begun = true;
        made.forEach(node -> node.begin(world));
    }

    /** The node that serves a request: one that is up, if there is any. */
    Route route(Request request) {
        var nodes = serving;
        int first = balancing.first(request, nodes.size());
        for (int step = 0; step < nodes.size(); step++) {
            var node = nodes.get((first + step) % nodes.size());
            if (!node.service().isDown()) {
                return node.route();
            }
        }
        return nodes.get(first).route();
    }

    /** The nodes that serve now. */
    List<ApplicationNode> serving() {
        return serving;
    }

    /** A node that serves now, by its name. */
    Optional<ApplicationNode> named(String name) {
        return serving.stream().filter(node -> node.name().equals(name)).findFirst();
    }

    /** Lets the entry of a key expire now, in all caches. */
    void expire(String key) {
        serving.forEach(node -> node.expire(key));
    }

    /**
     * Lets the first node that is up drop all keys that a pattern means; nothing happens where none
     * is. Blocks until that is done.
     */
    void drop(Glob glob) throws InterruptedException {
        var up = serving.stream().filter(node -> !node.service().isDown()).findFirst();
        if (up.isPresent()) {
            up.get().drop(glob);
        }
    }

    /** Makes what is pending durable, so that no two patterns write at once. Blocks. */
    void finish() throws InterruptedException {
        for (var node : serving) {
            node.finish();
        }
    }

    /** Lets every node be up or down as it is. */
    void endCrashes() throws InterruptedException {
        for (var node : List.copyOf(made)) {
            node.endCrashes();
        }
    }

    /** Breaks off all requests. */
    void breakOff() {
        serving.forEach(ApplicationNode::breakOff);
    }

    /** Gives up what is pending. */
    void abandon() throws InterruptedException {
        for (var node : serving) {
            node.abandon();
        }
    }
}
