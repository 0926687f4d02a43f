package cachescope.app.frame;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Tells how long the start took, from the start of Java to the window and to the first packet on
 * its way. FX thread only.
 */
public final class StartTrace implements Screen {
    private final Consumer<String> lines;
    private final Runnable afterFirstPacket;
    private boolean packetSeen;

    public StartTrace(Consumer<String> lines, Runnable afterFirstPacket) {
        this.lines = lines;
        this.afterFirstPacket = afterFirstPacket;
    }

    /** Notes that the window is open. */
    public void windowIsOpen() {
        tell("window open");
    }

    @Override
    public void show(Frame frame) {
        if (!packetSeen && !frame.shown().journeys().overlapping(0, frame.time()).isEmpty()) {
            packetSeen = true;
            tell("first packet moving");
            afterFirstPacket.run();
        }
    }

    private void tell(String what) {
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
        lines.accept(String.format(Locale.ROOT, "%.3f s  %s", seconds, what));
    }
}
