package cachescope.engine.event;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The temporary file that holds the blocks of a log which no longer fit into memory. Nobody else
 * may read it. Where an open file can lose its name, as on Linux and macOS, it has none, and so
 * ends with the program however that ends; elsewhere the name is removed at the end, and a later
 * program removes those of killed ones. One thread writes, any thread reads.
 */
final class SpillFile implements AutoCloseable {
    private static final String PREFIX = "cachescope-log-";
    private static final String SUFFIX = ".events";
    private static final int BLOCKS_CACHED = 8;

    private final Path name;
    private final RandomAccessFile writing;
    private final RandomAccessFile reading;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final Map<Long, Event[]> cache = new LinkedHashMap<>(16, 0.75f, true);

    private SpillFile(Path name, RandomAccessFile writing, RandomAccessFile reading) {
        this.name = name;
        this.writing = writing;
        this.reading = reading;
    }

    static SpillFile open(Path folder) throws IOException {
        var name = Files.createTempFile(folder, PREFIX, SUFFIX);
        var file =
                new SpillFile(
                        name,
                        new RandomAccessFile(name.toFile(), "rw"),
                        new RandomAccessFile(name.toFile(), "r"));
        if (!delete(name.toFile())) {
            name.toFile().deleteOnExit();
            removeLeftovers(folder);
        }
        return file;
    }

    /** Writes a block that is full, and lets its events go from memory. */
    void write(Block block, Event[] events) throws IOException {
        var packed = deflate(BlockCodec.pack(events));
        long position = writing.length();
        writing.seek(position);
        writing.write(packed);
        block.spilled(position, packed.length);
    }

    /** Reads the events of a block back; the last few blocks that were read are kept. */
    synchronized Event[] read(Block block) throws IOException {
        var known = cache.get(block.position());
        if (known == null) {
            var packed = new byte[block.length()];
            reading.seek(block.position());
            reading.readFully(packed);
            known = BlockCodec.unpack(inflate(packed));
            cache.put(block.position(), known);
            if (cache.size() > BLOCKS_CACHED) {
                cache.remove(cache.keySet().iterator().next());
            }
        }
        return known;
    }

    /** Ends and removes the file; the writing thread is over by then. */
    @Override
    public void close() throws IOException {
        deflater.end();
        synchronized (this) {
            cache.clear();
            writing.close();
            reading.close();
        }
        Files.deleteIfExists(name);
    }

    private byte[] deflate(byte[] bytes) {
        deflater.reset();
        deflater.setInput(bytes);
        deflater.finish();
        var out = new ByteArrayOutputStream(bytes.length / 2);
        var part = new byte[8192];
        while (!deflater.finished()) {
            out.write(part, 0, deflater.deflate(part));
        }
        return out.toByteArray();
    }

    private static byte[] inflate(byte[] packed) throws IOException {
        var inflater = new Inflater();
        try {
            inflater.setInput(packed);
            var out = new ByteArrayOutputStream(packed.length * 4);
            var part = new byte[8192];
            while (!inflater.finished()) {
                out.write(part, 0, inflater.inflate(part));
            }
            return out.toByteArray();
        } catch (DataFormatException damaged) {
            throw new IOException(
                    "the temporary file of the log was changed by someone else", damaged);
        } finally {
            inflater.end();
        }
    }

    /**
     * Removes the files of programs that were killed; those that are in use refuse to be removed
     * where this matters.
     */
    private static void removeLeftovers(Path folder) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (var file : files) {
                delete(file.toFile());
            }
        }
    }

    private static boolean delete(File file) {
        return file.delete();
    }
}
