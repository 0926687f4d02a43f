package cachescope.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.Tier;
import cachescope.engine.strategy.fault.Chance;
import cachescope.engine.strategy.fault.FaultRule;
import cachescope.engine.strategy.fault.Span;
import cachescope.engine.strategy.latency.Fixed;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTextTest {
    private static final Span TWO_TO_FOUR = new Span(2_000_000_000, 4_000_000_000L);

    @Test
    void readsEachForm() throws StrategyException {
        var hundredth = new Chance(1, 100);
        assertRead("redis down 2s..4s", new FaultRule.Down(Tier.REDIS, TWO_TO_FOUR));
        assertRead("database slow 10x 2s..4s", new FaultRule.Slow(Tier.DATABASE, 10, TWO_TO_FOUR));
        assertRead(
                "redis lost-before 1%",
                new FaultRule.LostBefore(Tier.REDIS, hundredth, Span.WHOLE_RUN));
        assertRead(
                "redis lost-after 1/100 2s..",
                new FaultRule.LostAfter(Tier.REDIS, hundredth, new Span(2_000_000_000, Span.END)));
        assertRead(
                "database fails 1 in 50",
                new FaultRule.Fails(Tier.DATABASE, new Chance(1, 50), Span.WHOLE_RUN));
        assertRead("node 1 killed 2s..4s", new FaultRule.NodeKilled(1, TWO_TO_FOUR));
        assertRead("messages lost 1%", new FaultRule.MessagesLost(hundredth, Span.WHOLE_RUN));
        assertRead(
                "messages delayed 50ms 2s..4s",
                new FaultRule.MessagesDelayed(new Fixed(Duration.ofMillis(50)), TWO_TO_FOUR));
        assertRead(
                "messages out-of-order 1 in 100 2s..4s",
                new FaultRule.MessagesOutOfOrder(hundredth, TWO_TO_FOUR));
    }

    private static void assertRead(String text, FaultRule expected) throws StrategyException {
        assertThat(FaultText.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "  Redis   DOWN 0..4S, redis down 0..4s",
        "redis down 0.., redis down",
        "redis slow 1.50x, redis slow 1.5x",
        "database fails 1 in 50, database fails 2%",
        "database fails 1 in 3, database fails 1/3",
        "database fails 2/6, database fails 1/3",
        "database fails 0.5%, database fails 0.5%",
        "database fails 1 in 1000000000, database fails 0.0000001%",
        "database fails 100%, database fails 100%",
        "messages delayed 10ms..50ms 2000ms..4s, messages delayed 10ms..50ms 2s..4s",
        "messages delayed p50:1ms/p99:5ms, messages delayed p50:1ms/p99:5ms"
    })
    void writesOneFormOfEach(String read, String written) throws StrategyException {
        assertThat(FaultText.print(FaultText.parse(read))).isEqualTo(written);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatIsWrittenIsReadBackAsTheSame(long seed) throws StrategyException {
        var random = new SplittableRandom(seed);
        for (int trial = 0; trial < 1_000; trial++) {
            var fault = RandomConditions.fault(random);
            assertRead(FaultText.print(fault), fault);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "|'': expected one of redis, database, node, messages, but found ''",
                "radis down|'radis down': expected one of redis, database, node, messages, but found 'radis'; did you mean 'redis'?",
                "redis|'redis': expected one of down, slow, fails, lost-before, lost-after after 'redis', but found the end",
                "redis dead|'redis dead': expected one of down, slow, fails, lost-before, lost-after after 'redis', but found 'dead'",
                "redis slow|'redis slow': expected a factor such as 10x after 'slow', but found the end",
                "redis slow 10|'redis slow 10': expected a factor such as 10x after 'slow', but found '10'",
                "redis slow 1x|a factor must be above 1 and at most 1000000, but found 'redis slow 1x'",
                "redis slow 9999999x|a factor must be above 1 and at most 1000000, but found 'redis slow 9999999x'",
                "redis fails often|'redis fails often': expected a chance such as 1%, 1/100 or 1 in 100 after 'fails', but found 'often'",
                "redis fails 1|'redis fails 1': expected in after '1', but found the end",
                "redis fails 1 of 5|'redis fails 1 of 5': expected in after '1', but found 'of'",
                "redis fails 1 in x|'redis fails 1 in x': expected a number such as 100 after 'in', but found 'x'",
                "redis fails 0%|a chance must be above 0 and at most 100%, but found 'redis fails 0%'",
                "redis fails 101%|a chance must be above 0 and at most 100%, but found 'redis fails 101%'",
                "redis fails 1/0|a chance must be above 0 and at most 100%, but found 'redis fails 1/0'",
                "redis fails 1/9999999999|a chance must be at least 1 in 1000000000, but found 'redis fails 1/9999999999'",
                "redis down soon|'redis down soon': expected a span such as 2s..4s or 2s.. after 'down', but found 'soon'",
                "redis down 2s|'redis down 2s': expected a span such as 2s..4s or 2s.. after 'down', but found '2s'",
                "redis down 4s..2s|a span must end after it begins, but found 'redis down 4s..2s'",
                "redis down 2s..x|'redis down 2s..x': expected a duration such as 250ms, 1.5s, 60s, 5m, 1h or 0, but found 'x'",
                "redis down 2s..4s now|'redis down 2s..4s now': expected the end after '2s..4s', but found 'now'",
                "redis fails 1% 2s..4s 6s..8s|'redis fails 1% 2s..4s 6s..8s': expected the end after '2s..4s', but found '6s..8s'",
                "node killed|'node killed': expected a node's number such as 1 after 'node', but found 'killed'",
                "node 0 killed|a node's number must be from 1 to 1000, but found 'node 0 killed'",
                "node 1 dead|'node 1 dead': expected killed after '1', but found 'dead'",
                "messages delayed|'messages delayed': expected a latency such as 1ms, 10ms..100ms or p50:1ms/p99:5ms after 'delayed', but found the end",
                "messages delayed 2h|'messages delayed 2h': a latency must be from 0 to 1h, but found '2h'"
            })
    void refusesWithASentence(String text, String message) {
        assertThatThrownBy(() -> FaultText.parse(text == null ? "" : text))
                .isInstanceOf(StrategyException.class)
                .hasMessage(message);
    }

    @Test
    void quotesOnlyTheBeginningOfALongText() {
        assertThatThrownBy(() -> FaultText.parse("redis " + "x".repeat(1_000_000)))
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(300));
    }
}
