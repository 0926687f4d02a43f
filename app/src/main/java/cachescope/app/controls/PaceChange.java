package cachescope.app.controls;

import java.util.Optional;

/** Sets how fast recorded requests are let in. Called on the FX thread; may not block. */
@FunctionalInterface
public interface PaceChange {

    /**
     * Empty if the pace is in force now; else the sentence that says why it is not.
     *
     * @param speed recorded seconds a second; {@link Double#POSITIVE_INFINITY} for as fast as
     *     possible
     */
    Optional<String> apply(double speed, boolean held);
}
