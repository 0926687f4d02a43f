package cachescope.app.controls;

import cachescope.engine.run.Disturbance;
import java.util.Optional;

/** Makes things go wrong in the run that is shown. Called on the FX thread; may not block. */
public interface Troublemaker {

    /** Why something can't be made go wrong now, in a sentence; empty if it can. */
    Optional<String> reasonAgainst(Disturbance disturbance);

    /** Makes it go wrong soon; else the sentence that says why not. */
    Optional<String> make(Disturbance disturbance);
}
