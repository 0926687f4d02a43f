package cachescope.engine.traffic;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZIOException;
import org.tukaani.xz.XZInputStream;

/** How a source is compressed, as its first bytes tell and not its name. */
enum Compression {
    GZIP("gzip", "\u001F\u008B"),
    XZ("xz", "\u00FD7zXZ\u0000"),
    ZSTD("zstd", "(\u00B5/\u00FD"),
    BZIP2("bzip2", "BZh"),
    ZIP("zip", "PK\u0003\u0004");

    /** How many bytes tell. */
    static final int MAGIC_LENGTH = 6;

    private static final int CHUNK = 64 << 10;

    /** The most memory that reading may take: what {@code xz -9} needs, and some. */
    private static final int XZ_MEMORY_KIB = 256 << 10;

    private final String label;
    private final String magic;

    Compression(String label, String magic) {
        this.label = label;
        this.magic = magic;
    }

    /** The compression that these first bytes tell, if there is any. */
    static Optional<Compression> toldBy(byte[] beginning) {
        var start = new String(beginning, StandardCharsets.ISO_8859_1);
        return Arrays.stream(values()).filter(one -> start.startsWith(one.magic)).findFirst();
    }

    String label() {
        return label;
    }

    /** What was compressed, to its end also where several were put one after another. */
    InputStream decompressed(String source, InputStream in) throws IOException, TrafficException {
        return switch (this) {
            case GZIP -> new GZIPInputStream(in, CHUNK);
            case XZ -> new XZInputStream(in, XZ_MEMORY_KIB);
            case ZSTD -> new ZstdInputStream(in);
            case BZIP2, ZIP ->
                    throw new TrafficException(
                            source
                                    + " is compressed with "
                                    + label
                                    + ": expected gzip, xz, zstd or nothing");
        };
    }

    /** Whether reading failed because the compressed content ends in the middle. */
    static boolean isCutOff(IOException failure) {
        return failure instanceof EOFException
                || (failure instanceof ZstdIOException && isTruncation(failure.getMessage()));
    }

    /** The compression whose rules the content breaks, if that is why reading failed. */
    static Optional<Compression> broken(IOException failure) {
        return switch (failure) {
            case ZipException _ -> Optional.of(GZIP);
            case XZIOException _ -> Optional.of(XZ);
            case ZstdIOException _ -> Optional.of(ZSTD);
            default -> Optional.empty();
        };
    }

    private static boolean isTruncation(@Nullable String message) {
        return message != null && message.startsWith("Truncated source");
    }
}
