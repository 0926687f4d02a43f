package cachescope.app;

import cachescope.app.header.HeaderActions;
import cachescope.app.keys.KeysOverlay;
import cachescope.app.session.WorldKind;
import java.nio.file.Path;

/** What the header's controls do. */
record WindowActions(Player player, KeysOverlay keys, Runnable exporting, Runnable theme)
        implements HeaderActions {

    @Override
    public void open(Path file) {
        player.open(file);
    }

    @Override
    public void cancel() {
        player.cancel();
    }

    @Override
    public void choose(WorldKind world) {
        player.choose(world);
    }

    @Override
    public boolean useSeed(String text) {
        return player.useSeed(text);
    }

    @Override
    public void export() {
        exporting.run();
    }

    @Override
    public void listKeys() {
        keys.toggle();
    }

    @Override
    public void toggleTheme() {
        theme.run();
    }
}
