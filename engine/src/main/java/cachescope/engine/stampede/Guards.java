package cachescope.engine.stampede;

import cachescope.engine.port.Leases;
import cachescope.engine.port.Locks;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import cachescope.engine.strategy.GuardPolicy;
import cachescope.engine.strategy.Strategy;
import java.util.random.RandomGenerator;

/**
 * Makes the guards of one node. There is one of it for a node for the whole run, whatever the
 * strategy changes to: what it draws, tokens above all, may not begin anew.
 */
public final class Guards {
    private final Tasks tasks;
    private final Locks locks;
    private final Leases leases;
    private final GuardListener listener;
    private final Tokens tokens;
    private final RandomGenerator random;
    private final Monitor monitor;

    public Guards(String node, Tasks tasks, Locks locks, Leases leases, GuardListener listener) {
        this.tasks = tasks;
        this.locks = locks;
        this.leases = leases;
        this.listener = listener;
        this.tokens = new Tokens(node, tasks);
        this.random = tasks.random("early loads of " + node);
        this.monitor = tasks.monitor();
    }

    /** The guard that a strategy asks for. */
    public Guard of(Strategy strategy) {
        var policy = strategy.guard();
        return switch (policy.name()) {
            case NONE -> new NoGuard();
            case LOCK -> oneLoader(lockTurns(strategy), policy);
            case LEASE ->
                    oneLoader(new LeaseTurns(leases, tokens, tasks, policy.lockTime()), policy);
            case XFETCH ->
                    new XFetchGuard(new XFetch(policy.beta(), this::uniform), reloads(), tasks);
            case TAUGHT_XFETCH ->
                    new XFetchGuard(
                            new TaughtXFetch(policy.beta(), this::uniform), reloads(), tasks);
            case LOCKED_XFETCH -> lockedXFetch(lockTurns(strategy), policy);
            case BACKGROUND -> new BackgroundGuard(reloads(), tasks);
        };
    }

    private Turns lockTurns(Strategy strategy) {
        return new LockTurns(locks, tokens, tasks, strategy);
    }

    private Guard lockedXFetch(Turns turns, GuardPolicy policy) {
        var draw = new XFetch(policy.beta(), this::uniform);
        return new LockedXFetchGuard(draw, turns, oneLoader(turns, policy), reloads(), tasks);
    }

    private Guard oneLoader(Turns turns, GuardPolicy policy) {
        return new OneLoader(turns, tasks, policy, listener);
    }

    private Reloads reloads() {
        return new Reloads(tasks, listener);
    }

    private double uniform() {
        return monitor.inside(random::nextDouble);
    }
}
