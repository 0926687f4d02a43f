package cachescope.app.structure;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.RunThere;
import cachescope.app.frame.Errand;
import cachescope.app.keyspace.KeyRow;
import cachescope.engine.run.RunException;
import cachescope.engine.strategy.StrategyException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class StructuresViewModelTest {
    private static final long SECOND = 1_000_000_000L;

    private RunThere run;
    private StructuresViewModel model;
    private long now;

    private void openSimulated() throws RunException, StrategyException, InterruptedException {
        run = RunThere.simulated();
        model = new StructuresViewModel(run, new Errand<>(Runnable::run));
        model.look(true, now);
        model.look(true, now);
    }

    private void openLive() throws RunException, StrategyException, InterruptedException {
        run = RunThere.live();
        model = new StructuresViewModel(run, new Errand<>(Runnable::run));
        model.look(true, now);
        model.look(true, now);
    }

    @AfterEach
    void end() {
        if (run != null) {
            run.close();
        }
    }

    @Test
    void aStepShowsWhatItSentAndTheKeysAfterwards() throws Exception {
        openSimulated();
        take("add-order");
        assertThat(model.answerProperty().get()).isEqualTo("order 1 is the newest.");
        assertThat(model.figuresProperty().get()).isEqualTo("1 round trip · 5 commands · 1.00 ms");
        assertThat(model.sent())
                .extracting(SentLine::text)
                .containsExactly(
                        "Round trip 1 · 1.00 ms",
                        "MULTI",
                        "LPUSH …:orders:newest \"order 1\"",
                        "LTRIM …:orders:newest 0 99",
                        "EXPIRE …:orders:newest 86400",
                        "EXEC");
        assertThat(model.sent().get(2).whole())
                .isEqualTo("LPUSH structure:orders:newest \"order 1\"");
        assertThat(model.legendProperty().get()).isEqualTo("…: is structure:");
        assertThat(model.rows())
                .singleElement()
                .returns("…:orders:newest", KeyRow::name)
                .returns("list", KeyRow::type)
                .returns("order 1", KeyRow::value);
        take("add-orders");
        take("read-orders");
        assertThat(model.answerProperty().get())
                .isEqualTo("5 orders: order 2.100, order 2.99, order 2.98, order 2.97, order 2.96");
    }

    @Test
    void aPipelineTakesOneRoundTripWhereOneByOneTakesTen() throws Exception {
        openSimulated();
        take("write-one-by-one");
        assertThat(model.figuresProperty().get())
                .isEqualTo("10 round trips · 10 commands · 10.0 ms");
        take("write-pipeline");
        assertThat(model.figuresProperty().get()).isEqualTo("1 round trip · 10 commands · 1.00 ms");
        take("read-pipeline");
        assertThat(model.answerProperty().get()).isEqualTo("10 hits of 10 keys.");
    }

    @Test
    void virtualTimeCanBeLetPassSoThatKeysExpire() throws Exception {
        openSimulated();
        long end = run.run().orElseThrow().log().lastAt();
        take("cache-value");
        take("read-value");
        assertThat(model.answerProperty().get())
                .isEqualTo("Hit: {\"name\":\"Ada\",\"plan\":\"pro\",\"visits\":1}");
        assertThat(model.virtualProperty().get()).isTrue();
        model.pass(Duration.ofMinutes(1));
        model.look(true, now);
        assertThat(model.rows()).isEmpty();
        take("read-value");
        assertThat(model.answerProperty().get()).startsWith("Miss");
        assertThat(run.run().orElseThrow().log().lastAt()).isEqualTo(end);
    }

    @Test
    void aStructureOfAnotherKindIsRefusedInASentence() throws Exception {
        openSimulated();
        take("cache-object");
        take("push-onto-hash");
        assertThat(model.failedProperty().get()).isTrue();
        assertThat(model.answerProperty().get())
                .isEqualTo(
                        "The simulated Redis holds another structure under structure:customer:7,"
                                + " where LPUSH needs a list.");
        take("read-field");
        assertThat(model.failedProperty().get()).isFalse();
        assertThat(model.answerProperty().get()).isEqualTo("plan is pro.");
    }

    /** All steps in turn, in a real Redis. */
    @Test
    void everyStepWorksOverARealRedisUnderTheNameOfTheRun() throws Exception {
        openLive();
        assertThat(model.virtualProperty().get()).isFalse();
        for (var kind : Kind.values()) {
            for (var step : kind.steps()) {
                take(step.id());
                assertThat(model.failedProperty().get())
                        .as(step.id())
                        .isEqualTo(step.id().equals("push-onto-hash"));
                assertThat(model.sent())
                        .filteredOn(line -> line.text().contains(SentLine.SHORT))
                        .allMatch(line -> line.whole().contains(" cachescope:"));
            }
        }
        assertThat(model.answerProperty().get()).isEqualTo("caching, java");
        assertThat(model.rows()).extracting(KeyRow::type).contains("string", "hash", "list", "set");
        assertThat(model.legendProperty().get()).matches("…: is cachescope:[0-9a-f]{8}:structure:");
        var before = ttl("…:user:7");
        model.look(true, now += 2 * SECOND);
        assertThat(ttl("…:user:7")).as("runs down").isNotEqualTo(before);
        take("remove-structures");
        assertThat(model.rows()).isEmpty();
        assertThat(model.answerProperty().get()).isEqualTo("Removed 17.");
    }

    @Test
    void withoutARunTheReasonIsSaid() {
        model = new StructuresViewModel(RunThere.none("There is no run."));
        model.look(true, 0);
        assertThat(model.closedProperty().get()).isEqualTo("There is no run.");
        model.take(Kind.LISTS.steps().getFirst());
        assertThat(model.answerProperty().get()).isEmpty();
    }

    private String ttl(String key) {
        return model.rows().stream()
                .filter(row -> row.name().equals(key))
                .map(KeyRow::timeToLive)
                .findFirst()
                .orElseThrow();
    }

    private void take(String id) {
        model.take(
                id.equals("remove-structures")
                        ? Outcome.REMOVE_ALL
                        : Arrays.stream(Kind.values())
                                .flatMap(kind -> kind.steps().stream())
                                .filter(step -> step.id().equals(id))
                                .findFirst()
                                .orElseThrow());
        model.look(true, now);
    }
}
