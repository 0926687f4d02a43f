package cachescope.engine.live.redis;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a Redis is and how to be let in: {@code redis://[user:password@]host[:port][/database]}, or
 * {@code rediss://} for TLS. User and password are empty where none is given. Its text never shows
 * the password.
 */
public record RedisAddress(
        boolean encrypted, String user, String password, String host, int port, int database) {
    private static final int PORT_DEFAULT = 6379;
    private static final int PORT_MAX = 65_535;
    private static final String FORM = "redis://[user:password@]host[:port][/database]";

    /** A Redis on this machine that wants a password. */
    static RedisAddress loopback(int port, String password) {
        return new RedisAddress(false, "", password, "127.0.0.1", port, 0);
    }

    /**
     * Reads an address; throws {@link IllegalArgumentException} with one sentence that says what is
     * wrong with it.
     */
    public static RedisAddress parse(String text) {
        int schemeEnd = text.indexOf("://");
        var scheme = schemeEnd < 0 ? "" : text.substring(0, schemeEnd);
        if (!scheme.equals("redis") && !scheme.equals("rediss")) {
            throw wrong("it must begin with redis:// or rediss://");
        }
        var rest = text.substring(schemeEnd + 3);
        int accountEnd = rest.lastIndexOf('@');
        var account = accountEnd < 0 ? "" : rest.substring(0, accountEnd);
        var place = rest.substring(accountEnd + 1);
        int colon = account.indexOf(':');
        if (accountEnd >= 0 && colon < 0) {
            throw wrong("what stands before @ must be user:password, or :password alone");
        }
        int slash = place.indexOf('/');
        var server = slash < 0 ? place : place.substring(0, slash);
        int portColon = portColon(server);
        return new RedisAddress(
                scheme.equals("rediss"),
                decoded(account.substring(0, Math.max(0, colon))),
                decoded(account.substring(colon + 1)),
                host(portColon < 0 ? server : server.substring(0, portColon)),
                portColon < 0 ? PORT_DEFAULT : port(server.substring(portColon + 1)),
                slash < 0 ? 0 : database(place.substring(slash + 1)));
    }

    /** The colon before the port; those inside the brackets of an IPv6 address don't count. */
    private static int portColon(String server) {
        int colon = server.indexOf(':', server.indexOf(']') + 1);
        if (colon >= 0 && server.indexOf(':', colon + 1) >= 0) {
            throw wrong("an IPv6 address must stand in brackets, as in redis://[::1]:6379");
        }
        return colon;
    }

    private static String host(String text) {
        var host =
                text.startsWith("[") && text.endsWith("]")
                        ? text.substring(1, text.length() - 1)
                        : text;
        if (host.isEmpty()) {
            throw wrong("the host is missing");
        }
        if (!host.matches("[\\p{L}\\p{N}._:%-]+")) {
            throw wrong("the host \"" + text + "\" is not a name or an address");
        }
        return host;
    }

    private static int port(String text) {
        int port = number(text, "the port");
        if (port < 1 || port > PORT_MAX) {
            throw wrong("the port must be from 1 to " + PORT_MAX + ", not " + text);
        }
        return port;
    }

    private static int database(String text) {
        return text.isEmpty() ? 0 : number(text, "the database");
    }

    private static int number(String text, String what) {
        if (!text.matches("[0-9]{1,9}")) {
            throw wrong(what + " must be a whole number, not \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw wrong("in user and password a % must be written as %25");
        }
    }

    private static IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(
                "The Redis address is wrong: " + why + " (" + FORM + ").");
    }

    /** The address without the account, as people may see it. */
    @Override
    public String toString() {
        var shown = host.contains(":") ? "[" + host + "]" : host;
        return (encrypted ? "rediss://" : "redis://")
                + shown
                + ":"
                + port
                + (database == 0 ? "" : "/" + database);
    }
}
