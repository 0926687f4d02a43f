package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Operation;
import cachescope.engine.strategy.Balancer;
import cachescope.engine.traffic.Request;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BalancingTest {
    private static Request request(String key, String client) {
        return new Request(0, Operation.READ, key, 1, client, null, List.of());
    }

    private static Request request(String key) {
        return Request.of(0, Operation.READ, key);
    }

    @Test
    void roundRobinGoesRound() {
        var balancing = Balancing.of(Balancer.ROUND_ROBIN);
        assertThat(IntStream.range(0, 7).map(_ -> balancing.first(request("a"), 3)))
                .containsExactly(0, 1, 2, 0, 1, 2, 0);
        assertThat(balancing.first(request("a"), 1)).isZero();
    }

    @Test
    void aClientStaysWithItsNodeAndWithoutOneTheKeyDecides() {
        var balancing = Balancing.of(Balancer.CLIENT);
        int ofAda = balancing.first(request("a", "Ada"), 5);
        assertThat(balancing.first(request("b", "Ada"), 5)).isEqualTo(ofAda);
        assertThat(balancing.first(request("c"), 5))
                .isEqualTo(Balancing.of(Balancer.KEY).first(request("c"), 5));
    }

    @ParameterizedTest
    @EnumSource
    void allNodesGetTheirShare(Balancer balancer) {
        var balancing = Balancing.of(balancer);
        var counts = new int[16];
        for (int key = 0; key < 16_000; key++) {
            counts[balancing.first(request("user:" + key, "client " + key), 16)]++;
        }
        assertThat(IntStream.of(counts)).allMatch(count -> count > 800 && count < 1_200);
    }
}
