package cachescope.engine.traffic.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.Request;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedTrafficTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    static List<GeneratedTraffic> kinds() {
        return List.of(
                GeneratedTraffic.flashSale(7, 10_000, MINUTE),
                GeneratedTraffic.nightlyScan(7, 10_000, MINUTE),
                GeneratedTraffic.writeHeavyCounters(7, 10_000, MINUTE));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itHasSoManyRequestsInOrderWithinItsTime(Traffic traffic) throws TrafficException {
        var requests = requests(traffic);
        assertThat(requests)
                .hasSize(10_000)
                .isSortedAccordingTo(Comparator.comparingLong(Request::at));
        assertThat(requests.getLast().at()).isBetween(MINUTE.toNanos() * 9 / 10, MINUTE.toNanos());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itIsTheSameEachTime(Traffic traffic) throws TrafficException {
        assertThat(requests(traffic)).isEqualTo(requests(traffic));
    }

    @Test
    void anotherSeedGivesOtherRequests() throws TrafficException {
        assertThat(requests(GeneratedTraffic.flashSale(1, 100, MINUTE)))
                .isNotEqualTo(requests(GeneratedTraffic.flashSale(2, 100, MINUTE)));
    }

    @Test
    void theFlashSaleHasOneHotKeyWhoseStockIsWritten() throws TrafficException {
        var requests = requests(GeneratedTraffic.flashSale(7, 10_000, MINUTE));
        assertThat(count(requests, request -> request.key().equals("product:1234")))
                .isGreaterThan(3_000);
        assertThat(
                        count(
                                requests,
                                request ->
                                        request.key().equals("stock:1234")
                                                && request.operation() == Operation.WRITE))
                .isGreaterThan(200);
    }

    @Test
    void theNightlyScanReadsInOrderAndEachKeyOnce() throws TrafficException {
        var requests = requests(GeneratedTraffic.nightlyScan(7, 10_000, MINUTE));
        var scanned =
                requests.stream()
                        .filter(request -> "nightly-job".equals(request.client()))
                        .map(Request::key)
                        .toList();
        assertThat(scanned)
                .hasSizeGreaterThan(3_000)
                .doesNotHaveDuplicates()
                .startsWith("user:0", "user:1");
    }

    @Test
    void theCountersAreWrittenFarMoreThanRead() throws TrafficException {
        var requests = requests(GeneratedTraffic.writeHeavyCounters(7, 10_000, MINUTE));
        assertThat(count(requests, request -> request.operation() == Operation.WRITE))
                .isGreaterThan(7_500);
        assertThat(count(requests, request -> request.operation() == Operation.DELETE))
                .isPositive();
    }

    @Test
    void sizesAndTimesThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeneratedTraffic.flashSale(1, 0, MINUTE))
                .withMessage("requests is 0, expected 1 to 1000000000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeneratedTraffic.flashSale(1, 1, Duration.ZERO))
                .withMessage("duration is PT0S, expected more than 0 and at most 100 years");
    }

    private static long count(List<Request> requests, Predicate<Request> wanted) {
        return requests.stream().filter(wanted).count();
    }

    private static List<Request> requests(Traffic traffic) throws TrafficException {
        try (var stream = traffic.open()) {
            var requests = new ArrayList<Request>();
            for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                requests.add(next.get());
            }
            return requests;
        }
    }
}
