package cachescope.app.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a program keeps its settings on each kind of desktop. */
public final class SettingsPlace {
    private static final String FILE = "settings.json";

    private SettingsPlace() {}

    /**
     * The settings file: under {@code APPDATA} on Windows, {@code Library/Application Support} on a
     * Mac, else under {@code XDG_CONFIG_HOME} or {@code ~/.config}, as the XDG Base Directory
     * Specification says.
     *
     * @param system the name of the operating system, as {@code os.name} gives it
     */
    public static Path of(Map<String, String> environment, String system, Path home) {
        if (system.startsWith("Windows")) {
            var roaming =
                    absolute(environment, "APPDATA")
                            .orElse(home.resolve("AppData").resolve("Roaming"));
            return roaming.resolve("Cachescope").resolve(FILE);
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library")
                    .resolve("Application Support")
                    .resolve("Cachescope")
                    .resolve(FILE);
        }
        return absolute(environment, "XDG_CONFIG_HOME")
                .orElse(home.resolve(".config"))
                .resolve("cachescope")
                .resolve(FILE);
    }

    /**
     * A folder that a variable names; empty where that is no absolute path, as the XDG
     * specification wants it.
     */
    private static Optional<Path> absolute(Map<String, String> environment, String name) {
        var value = environment.getOrDefault(name, "");
        try {
            return Optional.of(Path.of(value)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
