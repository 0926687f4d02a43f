package cachescope.app;

import cachescope.app.frame.FrameClock;
import cachescope.app.frame.Playhead;
import cachescope.app.header.HeaderViewModel;
import cachescope.app.header.MessagesViewModel;
import cachescope.app.header.Progress;
import cachescope.app.session.Fork;
import cachescope.app.session.Session;
import cachescope.app.session.State;
import cachescope.app.tape.BranchesViewModel;
import cachescope.app.tape.Side;
import cachescope.app.words.Times;
import cachescope.engine.run.Disturbance;
import cachescope.engine.run.Plan;
import cachescope.engine.run.Run;
import cachescope.engine.strategy.Strategy;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The simulated runs on the screen: the first one, a branch of it, and the one that is coming. FX
 * thread only.
 */
final class Simulation {
    private static final String OVER =
            "The run is over here: go back to the time at which the strategy should change, and change it there.";
    private static final String OVER_FOR_TROUBLE =
            "The run is over here: go back to the time at which it should go wrong, and press it there.";

    private final Session session;
    private final HeaderViewModel header;
    private final MessagesViewModel messages;
    private final FrameClock clock;
    private final Playhead playhead;
    private final BranchesViewModel branches;
    private final Consumer<Strategy> shows;
    private @Nullable Run first;
    private @Nullable Fork branch;
    private @Nullable Fork coming;
    private @Nullable Fork arrived;
    private Side side = Side.A;

    /**
     * @param shows told the strategy of the run that is shown
     */
    Simulation(
            Session session,
            HeaderViewModel header,
            MessagesViewModel messages,
            FrameClock clock,
            Playhead playhead,
            BranchesViewModel branches,
            Consumer<Strategy> shows) {
        this.session = session;
        this.header = header;
        this.messages = messages;
        this.clock = clock;
        this.playhead = playhead;
        this.branches = branches;
        this.shows = shows;
        branches.whenChosen(this::turnTo);
    }

    /** Turns to a first run; to its start, unless it was to be shown at another time. */
    void begin(Run run) {
        leave();
        first = run;
        var fork = arrived;
        if (fork != null && fork.run() == run && fork.at() > 0) {
            clock.turnTo(run.log(), Math.min(fork.at(), run.log().lastAt()), Optional.empty());
        } else {
            clock.openAtStart(run.log());
        }
        shows.accept(Wishes.last(run.plan()));
    }

    /** Says that no simulated run is shown any more. */
    void leave() {
        first = null;
        branch = null;
        side = Side.A;
        branches.clear();
    }

    /** Runs by another strategy from the playhead on, as a branch; why not, if it cannot be. */
    Optional<String> use(Strategy next, long seed) {
        var awaited = coming;
        if (awaited != null && !awaited.isBranch()) {
            session.simulate(awaited.source(), next, seed, awaited.at());
            return Optional.empty();
        }
        var run = shown();
        if (run == null) {
            return Optional.empty();
        }
        if (isOverHere(run)) {
            return Optional.of(OVER);
        }
        branch(run, (plan, at) -> plan.branch(at, next));
        return Optional.empty();
    }

    /** Why nothing can be made go wrong at the playhead, in a sentence; empty if it can. */
    Optional<String> reasonAgainstTrouble() {
        var run = shown();
        if (run == null) {
            return Optional.of("There is no run.");
        }
        return isOverHere(run) ? Optional.of(OVER_FOR_TROUBLE) : Optional.empty();
    }

    /** Makes something go wrong at the playhead, in a branch; does nothing where it cannot be. */
    void disturb(Disturbance disturbance) {
        var run = shown();
        if (run != null && reasonAgainstTrouble().isEmpty()) {
            branch(run, (plan, at) -> plan.branch(at, disturbance));
        }
    }

    private boolean isOverHere(Run run) {
        return run.progress().state().isOver() && playhead.time() >= run.log().lastAt();
    }

    private void branch(Run run, BiFunction<Plan, Long, Plan> turn) {
        long at = Math.min(playhead.time(), run.log().lastAt());
        session.branch(side == Side.B, at, plan -> turn.apply(plan, at));
    }

    /** Gives up the run that is coming; false if there is none. */
    boolean giveUp() {
        var awaited = coming;
        if (awaited == null) {
            return false;
        }
        session.giveUp(awaited);
        showStrategy();
        return true;
    }

    /** Goes back to the strategy of the run that is shown, if it is a simulated one. */
    void showStrategy() {
        var run = shown();
        if (run != null) {
            shows.accept(Wishes.last(run.plan()));
        }
    }

    /** Looks what became of the run that is coming, and of the branch. */
    void look(State state) {
        await(state.coming());
        var second = state.branch();
        if (second != null && !second.equals(branch) && first == state.run()) {
            branch = second;
            side = Side.B;
            turn(second.at());
            session.shows(second.run().log());
        }
    }

    private void tellProgress(Fork awaited) {
        if (awaited.at() > 0) {
            header.showProgress(
                    Progress.of(
                            awaited.isBranch() ? "Running B up to its time" : "Simulating",
                            awaited.reached(),
                            awaited.at(),
                            Times.clockToSecond(awaited.reached()),
                            Times.clockToSecond(awaited.at())));
        }
    }

    private void await(@Nullable Fork now) {
        if (!Objects.equals(now, coming)) {
            coming = now;
            clock.dropAhead();
            if (now == null) {
                header.endProgress();
            } else {
                clock.readAhead(now.run().log());
            }
        }
        if (now == null || now.equals(arrived)) {
            return;
        }
        tellProgress(now);
        var failure = now.failure();
        if (failure.isPresent()) {
            arrived = now;
            messages.show(failure.get());
            giveUp();
        } else if (now.hasArrived()) {
            arrived = now;
            session.adopt(now);
        }
    }

    private void turnTo(Side chosen) {
        side = chosen;
        turn(playhead.time());
    }

    /** Shows the run of the side, with the other beside it. */
    private void turn(long time) {
        var a = first;
        var second = branch;
        if (a == null || second == null) {
            return;
        }
        var b = second.run();
        var run = side == Side.A ? a : b;
        clock.turnTo(run.log(), time, Optional.of((run == a ? b : a).log()));
        long leavesAt = second.leavesAt().orElse(second.at());
        branches.show(
                BranchWords.first(Wishes.last(a.plan())),
                BranchWords.second(leavesAt, a.plan(), b.plan()),
                b.log(),
                leavesAt,
                side);
        shows.accept(Wishes.last(run.plan()));
    }

    /** The run that is shown. */
    private @Nullable Run shown() {
        var second = branch;
        return side == Side.B && second != null ? second.run() : first;
    }
}
