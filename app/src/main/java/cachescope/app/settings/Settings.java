package cachescope.app.settings;

import cachescope.engine.strategy.Strategy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the window remembers. Immutable.
 *
 * @param window empty before the window was first closed
 * @param strategy empty where none was chosen
 * @param lastFile the traffic that ran last
 * @param lastFolder where a file was chosen last
 * @param recentFiles the last one first
 * @param playheadRate run time a time of the screen
 * @param skipIdle whether idle time is passed over while the playhead plays
 * @param simulated whether recordings are run in the simulated world, not in the live one
 * @param seed of the runs in the simulated world
 * @param folded the sections of the strategy panel that are folded away; empty where nobody folded
 *     or opened any
 */
public record Settings(
        Optional<WindowPlace> window,
        boolean dark,
        Optional<Strategy> strategy,
        Optional<Path> lastFile,
        Optional<Path> lastFolder,
        List<Path> recentFiles,
        double playheadRate,
        boolean skipIdle,
        boolean simulated,
        long seed,
        Optional<List<String>> folded) {

    /** What holds at the first start. */
    public static final Settings DEFAULT =
            new Settings(
                    Optional.empty(),
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    1,
                    false,
                    false,
                    1,
                    Optional.empty());

    public Settings {
        recentFiles = List.copyOf(recentFiles);
        folded = folded.map(List::copyOf);
    }
}
