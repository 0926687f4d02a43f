package cachescope.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that a command names, by their options. What it is to write must not be what it reads,
 * or what it writes elsewhere: that would destroy it.
 */
final class OutputFiles {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    private final Map<String, Path> others = new LinkedHashMap<>();

    /** Remembers a file that the command uses. */
    OutputFiles beside(String option, @Nullable Path file) {
        if (file != null) {
            others.put(option, file);
        }
        return this;
    }

    /**
     * The command writes a file; refused if another option names the same one, or if it is none.
     */
    OutputFiles writing(String option, @Nullable Path file) throws InvalidInput {
        if (file == null) {
            return this;
        }
        if (file.equals(STANDARD_OUTPUT)) {
            throw new InvalidInput(
                    option + ": - would be standard output, which is the report's: expected a file",
                    null);
        }
        var folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new InvalidInput("cannot write " + file + ": its folder does not exist", null);
        }
        for (var other : others.entrySet()) {
            if (isSame(file, other.getValue())) {
                throw new InvalidInput(
                        option
                                + " and "
                                + other.getKey()
                                + " name the same file, "
                                + file
                                + ": expected two files",
                        null);
            }
        }
        return beside(option, file);
    }

    private static boolean isSame(Path file, Path other) {
        try {
            if (Files.exists(file) && Files.exists(other)) {
                return Files.isRegularFile(file) && Files.isSameFile(file, other);
            }
            return file.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
        } catch (IOException unreadable) {
            return false;
        }
    }
}
