package cachescope.app.header;

import cachescope.app.session.WorldKind;
import java.nio.file.Path;

/** What the header can ask for. Called on the FX thread; none of it may block. */
public interface HeaderActions {

    /** Read this file and run its traffic. */
    void open(Path file);

    /** Stop reading. */
    void cancel();

    /** Run recordings in this world from now on, and the one that is shown too. */
    void choose(WorldKind world);

    /** Run the simulated world by this seed, which somebody wrote; false if it is none. */
    boolean useSeed(String text);

    /** Show what can be saved of what is shown. */
    void export();

    /** Show the list of keys. */
    void listKeys();

    /** Dark or light. */
    void toggleTheme();
}
