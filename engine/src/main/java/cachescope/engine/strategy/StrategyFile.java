package cachescope.engine.strategy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Strategies in files, in their JSON form. Blocks. */
public final class StrategyFile {
    /** The largest file that is read, in bytes. */
    public static final int SIZE_MAX = 1_000_000;

    private StrategyFile() {}

    /** Reads a strategy; throws with a sentence that names the file if there is none in it. */
    public static Strategy read(Path file) throws StrategyException {
        return StrategyJson.read(file.toString(), text(file));
    }

    private static String text(Path file) throws StrategyException {
        try {
            if (Files.isDirectory(file)) {
                throw new StrategyException(
                        file + ": expected a strategy file, but this is a folder.");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(bytes(file)).toString();
        } catch (NoSuchFileException missing) {
            throw new StrategyException(file + ": there is no such file.", missing);
        } catch (CharacterCodingException binary) {
            throw new StrategyException(
                    file + ": expected JSON in UTF-8, but this is not text.", binary);
        } catch (AccessDeniedException denied) {
            throw new StrategyException(file + ": may not be read: permission denied.", denied);
        } catch (IOException failure) {
            throw new StrategyException(
                    "%s: cannot be read (%s).".formatted(file, failure.getMessage()), failure);
        }
    }

    /** What the file says of its size may be wrong, as where it is a device. */
    private static ByteBuffer bytes(Path file) throws IOException, StrategyException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(SIZE_MAX + 1);
            if (bytes.length > SIZE_MAX) {
                throw new StrategyException(
                        "%s: expected a strategy file of at most %s bytes, but it has more."
                                .formatted(file, SIZE_MAX));
            }
            return ByteBuffer.wrap(bytes);
        }
    }

    /** Writes a strategy, all of it or nothing. */
    public static void write(Path file, Strategy strategy) throws StrategyException {
        var beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(beside, StrategyJson.write(strategy));
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new StrategyException(
                    "%s: cannot be written (%s).".formatted(file, failure.getMessage()), failure);
        }
    }
}
