package cachescope.engine.live.redis;

import cachescope.engine.port.CacheUnavailable;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Says in one sentence what went wrong with a Redis. */
final class RedisFailures {
    private static final int ANSWER_SHOWN_MAX = 200;
    private static final String NOT_TRUSTED =
            "has a certificate that Java does not trust; if you do, put it into a trust store and"
                    + " name that with the Java option -Djavax.net.ssl.trustStore=FILE";

    private final RedisAddress address;

    RedisFailures(RedisAddress address) {
        this.address = address;
    }

    /** No connection could be made, so nothing was asked. */
    CacheUnavailable connecting(JedisException failure) {
        return new CacheUnavailable(sentence(failure, true), false, failure);
    }

    /** A command was sent; unless the server refused it, nobody knows whether it took effect. */
    CacheUnavailable asking(JedisException failure) {
        boolean refused = failure instanceof JedisDataException;
        return new CacheUnavailable(sentence(failure, false), !refused, failure);
    }

    CacheUnavailable because(String what) {
        return new CacheUnavailable(says(what), false, null);
    }

    CacheUnavailable interrupted(boolean sent, Exception cause) {
        return new CacheUnavailable(
                "The call to Redis at " + address + " was interrupted.", sent, cause);
    }

    static boolean isTimeOut(JedisException failure) {
        return cause(failure, SocketTimeoutException.class).isPresent();
    }

    private String sentence(JedisException failure, boolean connecting) {
        if (failure instanceof JedisDataException refusal) {
            return says(refused(String.valueOf(refusal.getMessage())));
        }
        if (cause(failure, UnknownHostException.class).isPresent()) {
            return says("can't be reached: the host's name is not known");
        }
        var timeOut = cause(failure, SocketTimeoutException.class);
        if (timeOut.isPresent()) {
            return says(late(String.valueOf(timeOut.get().getMessage()), connecting));
        }
        if (cause(failure, NoRouteToHostException.class).isPresent()) {
            return says("can't be reached: there is no route to it");
        }
        if (cause(failure, ConnectException.class).isPresent()) {
            return says("refused the connection");
        }
        return says(broken(failure));
    }

    private String late(String message, boolean connecting) {
        if (message.startsWith("Connect")) {
            return "did not accept a connection within "
                    + RedisConnections.CONNECT_MILLIS / 1000
                    + " s";
        }
        var late = " within " + RedisConnections.ANSWER_MILLIS / 1000 + " s";
        return connecting && address.encrypted()
                ? "did not agree on TLS" + late + "; if it has none, write redis://"
                : "did not answer" + late;
    }

    private static String broken(JedisException failure) {
        if (cause(failure, CertPathBuilderException.class).isPresent()) {
            return NOT_TRUSTED;
        }
        var tls = cause(failure, SSLException.class);
        if (tls.isPresent()) {
            return "could not agree on TLS: " + shortened(String.valueOf(tls.get().getMessage()));
        }
        var message = String.valueOf(failure.getMessage());
        if (message.startsWith("Unknown reply")
                || failure.getCause() instanceof NumberFormatException) {
            return "does not speak the language of Redis";
        }
        if (failure instanceof JedisConnectionException) {
            return "broke the connection";
        }
        return "failed: " + shortened(message);
    }

    /** The first word of an error that Redis answers with is its kind. */
    private static String refused(String message) {
        var lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("without any password") || lower.contains("no password is set")) {
            return "has no password set, but one was given";
        }
        return switch (message.split(" ", 2)[0]) {
            case "NOAUTH" -> "asks for a password";
            case "WRONGPASS" -> "does not accept this user and password";
            case "NOPERM" -> "does not permit this to the user";
            case "OOM" -> "is out of memory";
            case "WRONGTYPE" -> "holds something under this key that is not an entry";
            case "LOADING" -> "is still loading its data";
            case "READONLY" -> "is a replica that takes no writes";
            case "MISCONF" -> "takes no writes now because it can't save its data";
            case "BUSY" -> "is busy with a script";
            default ->
                    lower.contains("invalid password")
                            ? "does not accept this user and password"
                            : "refused: " + shortened(message);
        };
    }

    private String says(String what) {
        return "Redis at " + address + " " + what + ".";
    }

    private static String shortened(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        var cut =
                line.length() <= ANSWER_SHOWN_MAX
                        ? line
                        : line.substring(0, ANSWER_SHOWN_MAX) + "…";
        return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> kind) {
        var all = Stream.<Throwable>iterate(failure, next -> next != null, Throwable::getCause);
        return all.limit(16)
                .flatMap(next -> Stream.concat(Stream.of(next), Stream.of(next.getSuppressed())))
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
