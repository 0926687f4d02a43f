package cachescope.app.inspector;

import cachescope.app.words.Counts;
import cachescope.app.words.Times;
import cachescope.engine.event.Answer;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the events that have one cause together into its story. Events are handed in in the order of
 * the log.
 */
final class StoryTeller implements Consumer<Event> {
    /** How many steps are told. */
    static final int STEPS_MAX = 200;

    private static final long NOTABLE_WAIT_NANOS = 100_000;

    private final Cause cause;
    private final List<Step> done = new ArrayList<>();
    private final Map<Long, Step> open = new HashMap<>();
    private Event.@Nullable RequestStarted started;
    private Event.@Nullable RequestEnded ended;
    private String node = "";

    StoryTeller(Cause cause) {
        this.cause = cause;
    }

    @Override
    public void accept(Event event) {
        switch (event) {
            case Event.RequestStarted request -> {
                if (isMine(request.request())) {
                    started = request;
                }
            }
            case Event.RequestRouted request -> {
                if (isMine(request.request())) {
                    node = request.node();
                }
            }
            case Event.RequestEnded request -> {
                if (isMine(request.request())) {
                    ended = request;
                }
            }
            case Event.CallStarted call -> {
                if (call.cause().equals(cause)) {
                    open.put(call.call(), StepWords.of(call));
                }
            }
            case Event.CallEnded call -> {
                if (call.cause().equals(cause)) {
                    open.remove(call.call());
                    add(StepWords.of(call));
                    node = call.node();
                }
            }
            case Event.PendingRead read -> {
                if (read.cause().equals(cause)) {
                    add(List.of(StepWords.of(read)));
                }
            }
            case Event.RunStarted _,
                    Event.RunEnded _,
                    Event.StrategyChanged _,
                    Event.PaceChanged _,
                    Event.NodeStopped _,
                    Event.NodeStarted _,
                    Event.TierRecovered _,
                    Event.MessageDelivered _,
                    Event.MessageLost _,
                    Event.WriteQueued _,
                    Event.WriteCoalesced _,
                    Event.FlushRetried _,
                    Event.WriteDeadLettered _,
                    Event.WriteLost _,
                    Event.WaitStarted _,
                    Event.WaitEnded _,
                    Event.OfGuard _,
                    Event.OfCopies _,
                    Event.Disturbed _,
                    Event.RefreshStarted _,
                    Event.RefreshEnded _ -> {}
        }
    }

    private void add(List<Step> steps) {
        if (done.size() < STEPS_MAX) {
            done.addAll(steps);
        }
    }

    /** The story; empty if no event had this cause. */
    Optional<Story> tell() {
        var steps = new ArrayList<>(done);
        steps.addAll(open.values());
        steps.sort(Comparator.comparingLong(Step::startedAt));
        return switch (cause) {
            case Cause.Request asked -> tellRequest(asked, steps);
            case Cause.Background work ->
                    steps.isEmpty() ? Optional.empty() : Optional.of(tellWork(work, steps));
        };
    }

    private Optional<Story> tellRequest(Cause.Request asked, List<Step> steps) {
        var kicker = "REQUEST " + Counts.whole(asked.request());
        var end = ended;
        if (end != null) {
            return Optional.of(
                    new Story(
                            kicker,
                            end.operation() + " " + end.key(),
                            facts(end),
                            warning(end),
                            end.failure() != null,
                            end.startedAt(),
                            end.at(),
                            steps));
        }
        var begin = started;
        if (begin == null) {
            return Optional.empty();
        }
        var facts = (node.isEmpty() ? "" : node + " · ") + "still on its way";
        return Optional.of(
                new Story(
                        kicker,
                        begin.operation() + " " + begin.key(),
                        facts,
                        "",
                        false,
                        begin.at(),
                        Long.MAX_VALUE,
                        steps));
    }

    private Story tellWork(Cause.Background work, List<Step> steps) {
        boolean failed = steps.stream().anyMatch(step -> step.verdict() == Step.Verdict.FAILED);
        var forWhom =
                work.requests().isEmpty()
                        ? "for no request"
                        : work.requests().size() == 1
                                ? "begun by request " + Counts.whole(work.requests().getFirst())
                                : "for " + Counts.whole(work.requests().size()) + " requests";
        return new Story(
                "IN THE BACKGROUND",
                work.task(),
                (node.isEmpty() ? "" : node + " · ") + forWhom,
                failed ? "a call failed" : "",
                failed,
                steps.getFirst().startedAt(),
                open.isEmpty()
                        ? steps.stream().mapToLong(Step::endedAt).max().orElse(0)
                        : Long.MAX_VALUE,
                steps);
    }

    private static String facts(Event.RequestEnded end) {
        var facts = new StringBuilder(end.node());
        facts.append(end.operation() == Operation.READ ? " · answered in " : " · done in ")
                .append(Times.length(end.at() - end.startedAt()));
        if (end.answer() == Answer.HIT) {
            facts.append(" · hit");
        } else if (end.answer() == Answer.MISS) {
            facts.append(" · miss");
        }
        if (end.version() > 0 && !end.stale()) {
            facts.append(" · v").append(end.version());
        }
        if (end.startedAt() - end.arrivedAt() > NOTABLE_WAIT_NANOS) {
            facts.append(" · waited ")
                    .append(Times.length(end.startedAt() - end.arrivedAt()))
                    .append(" to be let in");
        }
        return facts.toString();
    }

    private static String warning(Event.RequestEnded end) {
        if (end.failure() != null) {
            return "✕ " + end.failure();
        }
        if (end.stale()) {
            return "△ stale by " + Times.length(end.staleness()) + ": answered v" + end.version();
        }
        return end.unflushed() ? "◇ v" + end.version() + " was not in the database yet" : "";
    }

    private boolean isMine(long request) {
        return cause instanceof Cause.Request asked && asked.request() == request;
    }
}
