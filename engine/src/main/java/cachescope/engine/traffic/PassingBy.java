package cachescope.engine.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A stream that may keep its reader waiting for ever, as standard input or a pipe does. It is read
 * a little ahead by a thread of its own, so that who reads here can be told to stop while it waits,
 * which is an {@link InterruptedIOException}. That thread does not keep the program alive. For one
 * reader.
 */
final class PassingBy extends InputStream {
    private static final int CHUNK = 64 << 10;

    /** How many chunks are read ahead. */
    private static final int AHEAD_MAX = 4;

    private final InputStream in;
    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(AHEAD_MAX);
    private final Thread reading;
    private Arrival current = new Arrival.Chunk(ByteBuffer.allocate(0));

    PassingBy(InputStream in) {
        this.in = in;
        this.reading = Thread.ofPlatform().daemon().name("passing-by").start(this::readAhead);
    }

    /** What comes next: bytes, the end, or a failure. */
    private sealed interface Arrival {
        record Chunk(ByteBuffer bytes) implements Arrival {}

        record End() implements Arrival {}

        record Failed(IOException failure) implements Arrival {}
    }

    private void readAhead() {
        var chunk = new byte[CHUNK];
        try {
            Arrival arrival;
            do {
                arrival = arrival(chunk);
                arrivals.put(arrival);
            } while (arrival instanceof Arrival.Chunk);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private Arrival arrival(byte[] chunk) {
        try {
            int read = in.read(chunk);
            return read < 0
                    ? new Arrival.End()
                    : new Arrival.Chunk(ByteBuffer.wrap(Arrays.copyOf(chunk, read)));
        } catch (IOException failure) {
            return new Arrival.Failed(failure);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (true) {
            switch (current) {
                case Arrival.Chunk(var bytes) when bytes.hasRemaining() || length == 0 -> {
                    int count = Math.min(length, bytes.remaining());
                    bytes.get(into, offset, count);
                    return count;
                }
                case Arrival.Chunk _ -> advance();
                case Arrival.End _ -> {
                    return -1;
                }
                case Arrival.Failed(var failure) ->
                        throw new IOException(failure.getMessage(), failure);
            }
        }
    }

    private void advance() throws InterruptedIOException {
        try {
            current = arrivals.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("told to stop");
        }
    }

    /** Zero before the end, too, where nothing has arrived yet. */
    @Override
    public int available() {
        int here = remaining(current);
        return here > 0 ? here : remaining(arrivals.peek());
    }

    private static int remaining(@Nullable Arrival arrival) {
        return arrival instanceof Arrival.Chunk(var bytes) ? bytes.remaining() : 0;
    }

    @Override
    public void close() throws IOException {
        reading.interrupt();
        in.close();
    }
}
