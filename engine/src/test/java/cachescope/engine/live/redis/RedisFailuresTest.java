package cachescope.engine.live.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/** Failures that can't be had from a bundled server without leaving this machine or waiting. */
class RedisFailuresTest {
    private final RedisFailures failures =
            new RedisFailures(RedisAddress.parse("redis://:s3cret@cache:7000"));

    @Test
    void aHostThatCannotBeFoundIsNamed() {
        var cause = new UnknownHostException("cache");
        assertThat(failures.connecting(new JedisConnectionException(cause)))
                .hasMessage(
                        "Redis at redis://cache:7000 can't be reached: the host's name is not"
                                + " known.");
        var suppressed = new JedisConnectionException("Failed to connect to any host");
        suppressed.addSuppressed(cause);
        assertThat(failures.connecting(suppressed))
                .hasMessageContaining("the host's name is not known");
    }

    @Test
    void aHostWithoutARouteIsNamed() {
        assertThat(failures.connecting(new JedisConnectionException(new NoRouteToHostException())))
                .hasMessage(
                        "Redis at redis://cache:7000 can't be reached: there is no route to it.");
    }

    @Test
    void aCertificateThatIsNotTrustedIsSaidInWordsAndWithTheWayOut() {
        var handshake =
                new SSLHandshakeException("(certificate_unknown) PKIX path building failed");
        handshake.initCause(
                new CertPathBuilderException("unable to find valid certification path"));
        assertThat(failures.connecting(new JedisConnectionException(handshake)))
                .hasMessage(
                        "Redis at redis://cache:7000 has a certificate that Java does not trust; if"
                                + " you do, put it into a trust store and name that with the Java"
                                + " option -Djavax.net.ssl.trustStore=FILE.");
    }

    @Test
    void aConnectionThatBreaksLeavesTheOutcomeUnknown() {
        var failure =
                failures.asking(new JedisConnectionException(new IOException("Connection reset")));
        assertThat(failure).hasMessage("Redis at redis://cache:7000 broke the connection.");
        assertThat(failure.outcomeUnknown()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NOPERM this user has no permissions to run the 'get' command | does not permit this to the user
                    LOADING Redis is loading the dataset in memory               | is still loading its data
                    READONLY You can't write against a read only replica.        | is a replica that takes no writes
                    MISCONF Redis is configured to save RDB snapshots            | takes no writes now because it can't save its data
                    BUSY Redis is busy running a script.                         | is busy with a script
                    ERR invalid password                                         | does not accept this user and password
                    ERR Client sent AUTH, but no password is set                 | has no password set, but one was given
                    ERR something	new.                                          | refused: ERR something new
                    """)
    void whatTheServerRefusesIsSaidInWordsAndHasNoEffect(String answer, String what) {
        var failure = failures.asking(new JedisDataException(answer));
        assertThat(failure).hasMessage("Redis at redis://cache:7000 " + what + ".");
        assertThat(failure.outcomeUnknown()).isFalse();
    }
}
