package cachescope.app.sizing;

import cachescope.engine.event.Operation;
import cachescope.engine.sizing.Advance;
import cachescope.engine.sizing.By;
import cachescope.engine.sizing.Curve;
import cachescope.engine.sizing.Sizing;
import cachescope.engine.strategy.EvictionName;
import cachescope.engine.traffic.Request;
import cachescope.engine.traffic.RequestStream;
import cachescope.engine.traffic.Traffic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;

/** Work whose outcomes a test hands out, with real curves of a small recording. */
final class ScriptedCurves implements CurveWork {
    final List<String> begun = new ArrayList<>();
    private final Queue<Outcome> outcomes = new ArrayDeque<>();
    boolean busy;
    boolean cancelled;

    /** A hundred requests for three keys that come often and seven that come once. */
    static final Traffic TRAFFIC = new Letters("abc".repeat(31) + "defghij");

    static OpenRecording recording(String name) {
        return new OpenRecording(name, () -> TRAFFIC);
    }

    @Override
    public void begin(OpenRecording recording, By by, List<EvictionName> policies) {
        begun.add(
                recording.identity()
                        + " "
                        + by
                        + " "
                        + String.join(",", policies.stream().map(EvictionName::label).toList()));
        busy = true;
    }

    void finish(By by, EvictionName... policies) throws Exception {
        for (var policy : policies) {
            outcomes.add(new Outcome.Found(curve(by, policy)));
        }
        busy = false;
    }

    void refuse(String sentence) {
        outcomes.add(new Outcome.Refused(sentence));
        busy = false;
    }

    private static Curve curve(By by, EvictionName policy) throws Exception {
        return Sizing.within(1 << 20, TRAFFIC, by).curve(policy, new Advance());
    }

    @Override
    public void cancel() {
        cancelled = true;
        busy = false;
    }

    @Override
    public Optional<Outcome> take() {
        return Optional.ofNullable(outcomes.poll());
    }

    @Override
    public boolean isBusy() {
        return busy;
    }

    @Override
    public OptionalLong percent() {
        return busy ? OptionalLong.of(40) : OptionalLong.empty();
    }

    private record Letters(String letters) implements Traffic {
        @Override
        public String name() {
            return "letters";
        }

        @Override
        public String format() {
            return "generated";
        }

        @Override
        public RequestStream open() {
            Iterator<Request> next =
                    letters.chars()
                            .mapToObj(letter ->
                                    new Request(
                                            0,
                                            Operation.READ,
                                            Character.toString(letter),
                                            letter * 10L,
                                            null,
                                            null,
                                            List.of()))
                            .iterator();
            return () -> next.hasNext() ? Optional.of(next.next()) : Optional.empty();
        }
    }
}
