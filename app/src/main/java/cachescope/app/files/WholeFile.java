package cachescope.app.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is there whole or not at all: it is written beside its place under another name, and
 * moved there when it is done. Devices and pipes are written as they are.
 */
public final class WholeFile {
    private static final String PART = ".part";

    private WholeFile() {}

    /** Writes what a file is to hold. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    /**
     * Writes a file, in place of one that is there. Blocks; throws with one sentence that names the
     * file, and then leaves nothing behind.
     */
    public static void write(Path file, Content content) throws IOException {
        try {
            if (Files.isDirectory(file)) {
                throw new IOException("it is a folder");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                content.writeTo(file);
            } else {
                replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), content);
            }
        } catch (IOException unwritable) {
            throw new IOException("cannot write " + file + ": " + reason(unwritable), unwritable);
        }
    }

    private static void replace(Path file, Content content) throws IOException {
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        var part = unusedBeside(file);
        try {
            content.writeTo(part);
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException other) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path unusedBeside(Path file) {
        var part = file.resolveSibling(file.getFileName() + PART);
        for (int i = 2; Files.exists(part); i++) {
            part = file.resolveSibling(file.getFileName() + "." + i + PART);
        }
        return part;
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ -> "its folder does not exist";
            case AccessDeniedException _ -> "permission denied";
            default -> String.valueOf(cause.getMessage());
        };
    }
}
