package cachescope.engine.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Moves blocks from memory to a temporary file, on a thread of its own. The file is made when the
 * first block comes. If the file cannot be written, that is told once; the blocks that were not
 * written, and all later ones, stay in memory.
 */
final class Spill implements AutoCloseable {
    private static final int QUEUE_BLOCKS = 16;

    private final Path folder;
    private final Consumer<String> onFailure;
    private final Handover<Block> blocks = new Handover<>(QUEUE_BLOCKS);
    private final Thread writer;
    private volatile @Nullable SpillFile file;

    Spill(Path folder, Consumer<String> onFailure) {
        this.folder = folder;
        this.onFailure = onFailure;
        this.writer = Thread.ofPlatform().name("event-spill").daemon().start(this::write);
    }

    /** Hands over a block that is full; blocks while the disk lags behind. */
    void accept(Block block) {
        blocks.put(block);
    }

    /** The events of a block that has left memory. */
    Event[] read(Block block) {
        var from = file;
        if (from == null) {
            throw new IllegalStateException("block " + block.firstSeq() + " was never written");
        }
        try {
            return from.read(block);
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "the event log's temporary file in "
                            + folder
                            + " cannot be read: "
                            + broken.getMessage(),
                    broken);
        }
    }

    /** Stops writing and removes the file. */
    @Override
    public void close() {
        blocks.abandon();
        Threads.join(writer);
        var used = file;
        try {
            if (used != null) {
                used.close();
            }
        } catch (IOException broken) {
            onFailure.accept(sentence("removed", broken));
        }
    }

    private void write() {
        try {
            for (var next = blocks.take(); next.isPresent(); next = blocks.take()) {
                write(next);
            }
        } catch (IOException broken) {
            onFailure.accept(sentence("written, so that older events stay in memory", broken));
        } finally {
            blocks.abandon();
        }
    }

    private void write(Optional<Block> next) throws IOException {
        var block = next.orElseThrow();
        var events = block.events();
        var to = file;
        if (to == null) {
            to = SpillFile.open(folder);
            file = to;
        }
        if (events != null) {
            to.write(block, events);
        }
    }

    private String sentence(String what, IOException broken) {
        return "the event log's temporary file in "
                + folder
                + " cannot be "
                + what
                + ": "
                + broken.getMessage();
    }
}
