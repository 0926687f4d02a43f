package cachescope.engine.live.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The private folder of one bundled server, {@code <temporary
 * folder>/cachescope-<user>/redis-<random>/}: the server itself, its configuration, what it prints,
 * and who owns it. Nobody but the user may look into it.
 */
record ServerFolder(Path path) {
    private static final String PREFIX = "redis-";

    /** Makes a new folder that says that this program owns it. */
    static ServerFolder create(Path base) throws IOException {
        try {
            Files.createDirectory(base, only("rwx------"));
        } catch (FileAlreadyExistsException sharedWithEarlierStarts) {
            if (!Files.isDirectory(base, LinkOption.NOFOLLOW_LINKS)) {
                throw sharedWithEarlierStarts;
            }
        }
        var folder = new ServerFolder(Files.createTempDirectory(base, PREFIX, only("rwx------")));
        if (!Files.getOwner(base).equals(Files.getOwner(folder.path))) {
            folder.delete();
            throw new IOException("the folder " + base + " belongs to another user");
        }
        if (isPosix()) {
            Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwx------"));
        }
        folder.write("owner", ProcessMark.of(ProcessHandle.current()).toString());
        return folder;
    }

    /** The user's folder for all of his servers. */
    static Path base() {
        var user = System.getProperty("user.name", "user").replaceAll("[^A-Za-z0-9._-]", "_");
        return Path.of(System.getProperty("java.io.tmpdir"), "cachescope-" + user);
    }

    static List<ServerFolder> all(Path base) throws IOException {
        if (!Files.isDirectory(base, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        var found = new ArrayList<ServerFolder>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(base, PREFIX + "*")) {
            paths.forEach(path -> found.add(new ServerFolder(path)));
        }
        return found;
    }

    /** Writes a file that only the user may read. */
    Path write(String name, String text) throws IOException {
        var file = path.resolve(name);
        if (Files.notExists(file)) {
            Files.createFile(file, only("rw-------"));
        }
        return Files.writeString(file, text, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /**
     * The process that a file of this folder names; empty if there is no such file, or it is not
     * whole.
     */
    Optional<ProcessMark> mark(String name) throws IOException {
        var file = path.resolve(name);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? ProcessMark.parse(Files.readString(file))
                : Optional.empty();
    }

    /** The last line that the server printed; empty if it printed nothing. */
    String lastPrinted() throws IOException {
        var log = path.resolve("log");
        return Files.exists(log)
                ? Files.readAllLines(log).stream()
                        .filter(line -> !line.isBlank())
                        .reduce("", (a, b) -> b)
                : "";
    }

    void delete() throws IOException {
        try (var files = Files.list(path)) {
            files.forEach(ServerFolder::deleteFile);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        Files.deleteIfExists(path);
    }

    private static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FileAttribute<?>[] only(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
