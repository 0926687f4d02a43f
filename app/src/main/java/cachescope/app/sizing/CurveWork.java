package cachescope.app.sizing;

import cachescope.engine.sizing.By;
import cachescope.engine.sizing.Curve;
import cachescope.engine.strategy.EvictionName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Works curves out beside the window. Nothing here blocks. */
public interface CurveWork {

    /**
     * Begins to work out the curves of some policies, one after another; what was being worked out
     * is given up.
     */
    void begin(OpenRecording recording, By by, List<EvictionName> policies);

    /** Gives up what is being worked out. */
    void cancel();

    /** What came of the work since it was asked for last, one after another. */
    Optional<Outcome> take();

    /** Whether more is to come. */
    boolean isBusy();

    /** Such a part of the present policy's curve is done, from 0 to 100, where that is known. */
    OptionalLong percent();

    /** What came of it. */
    sealed interface Outcome {

        /** A curve. */
        record Found(Curve curve) implements Outcome {}

        /** Why there is none, in a sentence. */
        record Refused(String sentence) implements Outcome {}
    }
}
