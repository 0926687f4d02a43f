package cachescope.engine.run;

import cachescope.engine.event.Answer;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventSink;
import cachescope.engine.event.Operation;
import cachescope.engine.pattern.Pattern;
import cachescope.engine.port.Caller;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.TierUnavailable;
import cachescope.engine.run.Ledger.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * An application node: serves requests by the pattern of the day, and says how each began and
 * ended. While it is down the balancer finds no node.
 */
final class Service {
    /** What a request is told that was at the node when it was killed. */
    private static final String NODE_KILLED = Event.TierFailed.NODE_KILLED;

    /** What a request is told for which there was no node. */
    static final String NO_NODE = "NoNode";

    /** Who tells it. */
    static final String BALANCER = "balancer";

    private final String node;
    private final Tasks tasks;
    private final EventSink sink;
    private final Ledger ledger;
    private final Payload payload;
    private volatile Pattern pattern;
    private volatile boolean down;

    Service(
            String node,
            Pattern pattern,
            Tasks tasks,
            EventSink sink,
            Ledger ledger,
            Payload payload) {
        this.node = node;
        this.pattern = pattern;
        this.tasks = tasks;
        this.sink = sink;
        this.ledger = ledger;
        this.payload = payload;
    }

    /** A request on its way: its number, what it wants, when it came and when it was let in. */
    record Arrival(
            long request,
            Operation operation,
            String key,
            long size,
            long arrivedAt,
            long startedAt) {}

    /** What became of a request. */
    private record Ending(
            @Nullable Answer answer, long version, Verdict verdict, @Nullable String failure) {}

    String node() {
        return node;
    }

    Pattern pattern() {
        return pattern;
    }

    /** Serves by another pattern from the next request on. */
    void use(Pattern next) {
        pattern = next;
    }

    boolean isDown() {
        return down;
    }

    /** Serves nobody from now on. */
    void stop() {
        down = true;
        sink.append(seq -> new Event.NodeStopped(seq, tasks.now(), node));
    }

    /** Serves again, by a new pattern. */
    void start(Pattern next) {
        pattern = next;
        down = false;
        sink.append(seq -> new Event.NodeStarted(seq, tasks.now(), node));
    }

    /** Serves one request; blocks until it is answered or has failed. */
    void serve(Arrival arrival) throws InterruptedException {
        sink.append(seq ->
                new Event.RequestStarted(
                        seq,
                        arrival.startedAt,
                        arrival.request,
                        arrival.operation,
                        arrival.key,
                        arrival.arrivedAt));
        if (down) {
            ended(arrival, BALANCER, tasks.now(), failed(arrival, NO_NODE));
            return;
        }
        sink.append(seq -> new Event.RequestRouted(seq, arrival.startedAt, arrival.request, node));
        try {
            long version = ask(arrival);
            long endedAt = tasks.now();
            ended(arrival, endedAt, answered(arrival, version, endedAt));
        } catch (TierUnavailable failure) {
            ended(arrival, tasks.now(), failed(arrival, failure.getClass().getSimpleName()));
        } catch (InterruptedException stopped) {
            ended(arrival, tasks.now(), failed(arrival, "Stopped"));
            throw stopped;
        }
    }

    private long ask(Arrival arrival) throws TierUnavailable, InterruptedException {
        return switch (arrival.operation) {
            case READ -> pattern.read(arrival.key).version();
            case WRITE ->
                    pattern.write(arrival.key, payload.written(arrival.request, arrival.size));
            case DELETE -> pattern.delete(arrival.key);
        };
    }

    private Ending answered(Arrival arrival, long version, long endedAt) {
        if (arrival.operation != Operation.READ) {
            return new Ending(null, version, Verdict.NONE, null);
        }
        var verdict =
                pattern.commitsLater()
                        ? ledger.judgeUnflushed(arrival.key, version, arrival.startedAt, endedAt)
                        : ledger.judge(arrival.key, version, arrival.startedAt);
        return new Ending(answer(Answer.MISS), version, verdict, null);
    }

    private Ending failed(Arrival arrival, String failure) {
        var answer = arrival.operation == Operation.READ ? answer(Answer.UNANSWERED) : null;
        return new Ending(answer, 0, Verdict.NONE, failure);
    }

    private static Answer answer(Answer undecided) {
        var decided = Caller.CURRENT.get().answer();
        return decided == null ? undecided : decided;
    }

    /** Whatever a request that was served by a killed node had come to, nobody heard of it. */
    private void ended(Arrival arrival, long endedAt, Ending ending) {
        boolean killed = Caller.CURRENT.get().isKilled();
        ended(arrival, node, endedAt, killed ? failed(arrival, NODE_KILLED) : ending);
    }

    private void ended(Arrival arrival, String by, long endedAt, Ending ending) {
        sink.append(seq ->
                new Event.RequestEnded(
                        seq,
                        endedAt,
                        arrival.request,
                        by,
                        arrival.operation,
                        arrival.key,
                        arrival.arrivedAt,
                        arrival.startedAt,
                        ending.answer,
                        ending.version,
                        ending.verdict.stale(),
                        ending.verdict.staleness(),
                        ending.verdict.unflushed(),
                        ending.failure));
    }
}
