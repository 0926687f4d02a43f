package cachescope.app.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The settings on disk. Reading never fails: where the file is broken the defaults hold, and a
 * sentence says so.
 */
public final class SettingsFile {
    /** A file larger than this is not one of ours. */
    public static final long SIZE_MAX = 1_000_000;

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /** Settings, and what was wrong with the file as one sentence, if anything was. */
    public record Loaded(Settings settings, Optional<String> complaint) {}

    /** Reads the file; the defaults if there is none. Blocks. */
    public Loaded load() {
        try {
            return new Loaded(read(), Optional.empty());
        } catch (NoSuchFileException e) {
            return new Loaded(Settings.DEFAULT, Optional.empty());
        } catch (CharacterCodingException e) {
            return broken("it is not text");
        } catch (IOException e) {
            return broken("it cannot be read (" + e.getClass().getSimpleName() + ")");
        } catch (SettingsException e) {
            return broken(e.getMessage() == null ? "it is broken" : e.getMessage());
        }
    }

    /**
     * Writes the file in one step, so that a crash leaves the old one or the new one. Blocks.
     *
     * @return what went wrong, as one sentence; empty if nothing did
     */
    public Optional<String> save(Settings settings) {
        try {
            var folder = Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = Files.createTempFile(folder, "settings", ".new");
            try {
                Files.writeString(fresh, SettingsJson.write(settings));
                replace(fresh);
            } finally {
                Files.deleteIfExists(fresh);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    "The settings were not saved to "
                            + file
                            + ": "
                            + e.getClass().getSimpleName()
                            + " "
                            + e.getMessage()
                            + ".");
        }
    }

    private Settings read() throws IOException, SettingsException {
        if (Files.size(file) > SIZE_MAX) {
            throw new SettingsException("it is larger than settings can be", null);
        }
        return SettingsJson.read(Files.readString(file));
    }

    private void replace(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Loaded broken(String reason) {
        var complaint =
                "The settings in "
                        + file
                        + " were not used, "
                        + reason
                        + ": the window starts as it did the first time.";
        return new Loaded(Settings.DEFAULT, Optional.of(complaint));
    }
}
