package cachescope.engine.live.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisAddressTest {

    @Test
    void aHostAloneMeansTheUsualPortAndTheFirstDatabase() {
        assertThat(RedisAddress.parse("redis://localhost"))
                .isEqualTo(new RedisAddress(false, "", "", "localhost", 6379, 0));
        assertThat(RedisAddress.parse("redis://localhost/").database()).isZero();
    }

    @Test
    void everyPartIsRead() {
        assertThat(RedisAddress.parse("rediss://ada:s3cret@cache.example.org:7000/12"))
                .isEqualTo(new RedisAddress(true, "ada", "s3cret", "cache.example.org", 7000, 12));
    }

    @Test
    void aPasswordNeedsNoUserAndMayHoldAnyCharacter() {
        assertThat(RedisAddress.parse("redis://:p@ss/w:o+rd%25%20@redis_host:1"))
                .isEqualTo(new RedisAddress(false, "", "p@ss/w:o+rd% ", "redis_host", 1, 0));
    }

    @Test
    void anIpv6AddressStandsInBrackets() {
        var address = RedisAddress.parse("redis://[::1]:7000");
        assertThat(address.host()).isEqualTo("::1");
        assertThat(address).hasToString("redis://[::1]:7000");
    }

    @Test
    void itsTextNeverShowsTheAccount() {
        assertThat(RedisAddress.parse("rediss://ada:s3cret@host:7000/2"))
                .hasToString("rediss://host:7000/2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    localhost:6379          | it must begin with redis:// or rediss://
                    http://localhost        | it must begin with redis:// or rediss://
                    REDIS://localhost       | it must begin with redis:// or rediss://
                    ''                      | it must begin with redis:// or rediss://
                    redis://                | the host is missing
                    redis://:6379           | the host is missing
                    redis://a b             | the host "a b" is not a name or an address
                    redis://s3cret@host     | what stands before @ must be user:password, or :password alone
                    redis://host:0          | the port must be from 1 to 65535, not 0
                    redis://host:65536      | the port must be from 1 to 65535, not 65536
                    redis://host:           | the port must be a whole number, not ""
                    redis://host:x          | the port must be a whole number, not "x"
                    redis://host:99999999999 | the port must be a whole number, not "99999999999"
                    redis://host/one        | the database must be a whole number, not "one"
                    redis://host/-1         | the database must be a whole number, not "-1"
                    redis://host/0?a=b      | the database must be a whole number, not "0?a=b"
                    redis://::1             | an IPv6 address must stand in brackets, as in redis://[::1]:6379
                    redis://u:s3cret%@host  | in user and password a % must be written as %25
                    """)
    void aWrongAddressIsRefusedInOneSentenceWithoutItsPassword(String text, String why) {
        assertThatThrownBy(() -> RedisAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The Redis address is wrong: "
                                + why
                                + " (redis://[user:password@]host[:port][/database]).")
                .hasMessageNotContaining("s3cret");
    }
}
