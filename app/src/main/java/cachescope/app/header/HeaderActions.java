package cachescope.app.header;

import java.nio.file.Path;

/** What the header can ask for. Called on the FX thread; none of it may block. */
public interface HeaderActions {

    /** Read this file and run its traffic. */
    void open(Path file);

    /** Stop reading. */
    void cancel();

    /** Show what can be saved of what is shown. */
    void export();

    /** Show the list of keys. */
    void listKeys();

    /** Dark or light. */
    void toggleTheme();
}
