package cachescope.engine.live.redis;

import cachescope.engine.port.CacheUnavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A program that starts a server in the folder that it is given, prints where it is, and never
 * closes it.
 */
final class OtherProgram {
    private OtherProgram() {}

    public static void main(String[] arguments) throws CacheUnavailable, IOException {
        var address = RedisServer.start(Path.of(arguments[0])).address();
        System.out.println(
                "redis://:" + address.password() + "@" + address.host() + ":" + address.port());
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
