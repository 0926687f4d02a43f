package cachescope.engine.live.redis;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends bundled servers whose program was killed. A server is ended only if its program is gone and
 * the process has the number, the start and the command that its folder names; nothing else is
 * touched.
 */
final class LeftoverServers {
    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServers.class);
    private static final Duration END_WAIT = Duration.ofSeconds(2);

    private final Path base;

    LeftoverServers(Path base) {
        this.base = base;
    }

    /**
     * Ends them and returns how many there were. A folder that can't be read or deleted is left as
     * it is.
     */
    int end() throws IOException {
        int ended = 0;
        for (var folder : ServerFolder.all(base)) {
            try {
                ended += end(folder) ? 1 : 0;
            } catch (IOException unreadable) {
                LOG.warn("{} is left as it is: {}", folder.path(), unreadable.getMessage());
            }
        }
        return ended;
    }

    private boolean end(ServerFolder folder) throws IOException {
        var owner = folder.mark("owner");
        if (owner.isEmpty() || owner.get().running().isPresent()) {
            return false;
        }
        var server = server(folder);
        server.ifPresent(LeftoverServers::kill);
        folder.delete();
        return server.isPresent();
    }

    /**
     * The folder's server; its program may have been killed before it wrote down which process that
     * is.
     */
    private static Optional<ProcessHandle> server(ServerFolder folder) throws IOException {
        var mark = folder.mark("server");
        return mark.isPresent()
                ? mark.get().running().filter(process -> runsFrom(folder, process))
                : ProcessHandle.allProcesses()
                        .filter(process -> runsFrom(folder, process))
                        .findFirst();
    }

    private static boolean runsFrom(ServerFolder folder, ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getParent())
                .filter(parent -> parent.endsWith(folder.path().getFileName()))
                .isPresent();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        try {
            process.onExit().get(END_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stillThere) {
            LOG.warn("The left over Redis server {} has not ended yet.", process.pid(), stillThere);
        }
    }
}
