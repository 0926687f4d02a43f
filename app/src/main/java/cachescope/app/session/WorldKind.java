package cachescope.app.session;

import cachescope.engine.run.SimulatedWorld;
import cachescope.engine.run.World;

/** The two worlds in which recordings can be run. */
public enum WorldKind {
    LIVE,
    SIMULATED;

    /** Which of the two a world is. */
    public static WorldKind of(World world) {
        return world instanceof SimulatedWorld ? SIMULATED : LIVE;
    }
}
