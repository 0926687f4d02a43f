package cachescope.app.keyspace;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.RunThere;
import cachescope.app.frame.Errand;
import cachescope.app.keyspace.KeyReading.Query;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Glob;
import cachescope.engine.port.KeySpace;
import cachescope.engine.port.StoredKey;
import cachescope.engine.run.RunException;
import cachescope.engine.strategy.StrategyException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class KeySpaceViewModelTest {
    private static final long SECOND = 1_000_000_000L;

    private static RunThere run;

    private final AtomicInteger readings = new AtomicInteger();
    private final KeySpaceViewModel model =
            new KeySpaceViewModel(
                    run,
                    new Errand<>(work -> {
                        readings.incrementAndGet();
                        work.run();
                    }));

    @BeforeAll
    static void begin() throws RunException, StrategyException, InterruptedException {
        run = RunThere.simulated();
    }

    @AfterAll
    static void end() {
        run.close();
    }

    @Test
    void theFirstPageIsShownWithVersionAndTime() {
        read(0);
        assertThat(model.rows()).hasSize(KeyReading.PAGE);
        assertThat(model.rows()).extracting(KeyRow::name).isSorted();
        assertThat(model.rows())
                .allSatisfy(row -> {
                    assertThat(row.type()).isEqualTo("string");
                    assertThat(row.version()).matches("v[0-9]+");
                    assertThat(row.timeToLive()).matches("[0-9]+ min.*|[0-9.]+ s");
                    assertThat(row.value()).startsWith("{\"version\":");
                });
        assertThat(model.summaryProperty().get())
                .matches("50 keys so far of [0-9]+ at the run's present");
        assertThat(model.emptinessProperty().get()).isEmpty();
        assertThat(model.othersProperty().get()).isFalse();
    }

    @Test
    void furtherPagesCanBeShownUntilAllAreThere() {
        read(0);
        int pages = 1;
        while (model.moreProperty().get()) {
            model.more();
            read(pages++ * SECOND);
        }
        assertThat(pages).isGreaterThan(1);
        assertThat(model.summaryProperty().get())
                .startsWith(model.rows().size() + " keys of " + model.rows().size());
    }

    @Test
    void theKeysAreReadOnceASecondAndOnlyWhileTheyAreLookedAt() {
        model.look(false, 0);
        assertThat(readings).hasValue(0);
        for (long at = 0; at < 3 * SECOND; at += SECOND / 10) {
            model.look(true, at);
        }
        assertThat(readings).hasValue(3);
        model.automaticProperty().set(false);
        model.look(true, 9 * SECOND);
        assertThat(readings).hasValue(3);
        model.refresh();
        model.look(true, 9 * SECOND + 1);
        assertThat(readings).hasValue(4);
    }

    @Test
    void aPatternChoosesAndWhereNothingIsLikeItThatIsSaid() {
        read(0);
        var name = model.rows().getFirst().name();
        model.filter(name);
        read(SECOND);
        assertThat(model.rows()).extracting(KeyRow::name).containsExactly(name);
        model.filter("nobody:*");
        read(2 * SECOND);
        assertThat(model.rows()).isEmpty();
        assertThat(model.emptinessProperty().get()).isEqualTo("There is no key like nobody:* now.");
        model.filter(" ");
        read(3 * SECOND);
        assertThat(model.rows()).hasSize(KeyReading.PAGE);
    }

    @Test
    void aKeyIsOpenedAndClosed() {
        read(0);
        var name = model.rows().get(3).name();
        model.open(name);
        read(1);
        assertThat(model.openedProperty().get())
                .hasValueSatisfying(key -> {
                    assertThat(key.name()).isEqualTo(name);
                    assertThat(key.facts()).startsWith("string · ");
                    assertThat(key.text()).startsWith("{\n").contains("\"version\"");
                });
        model.open("");
        assertThat(model.openedProperty().get()).isEmpty();
    }

    @Test
    void aKeyThatIsGoneSaysSo() {
        model.open("nobody");
        read(0);
        model.open("nobody");
        read(1);
        assertThat(model.openedProperty().get())
                .hasValueSatisfying(key -> assertThat(key.facts()).isEqualTo("is there no more"));
    }

    @Test
    void withoutARunTheReasonIsSaid() {
        var none = new KeySpaceViewModel(RunThere.none("There is no run."));
        none.look(true, 0);
        assertThat(none.emptinessProperty().get()).isEqualTo("There is no run.");
        assertThat(none.rows()).isEmpty();
    }

    @Test
    void aLostRedisIsSaidInASentence() {
        var query = new Query(new Lost(), KeySpace.Scope.RUN, new Glob("*"), 50, "");
        assertThat(query.read().failure()).isEqualTo("Redis is gone.");
    }

    @Test
    void aKeyIsToldInWords() {
        var hash =
                new StoredKey(
                        "h",
                        "hash",
                        List.of("plan", "pro", "name", "a\nb"),
                        true,
                        40,
                        OptionalLong.of(90 * SECOND),
                        1_234);
        assertThat(KeyRow.of(hash, 0))
                .isEqualTo(
                        new KeyRow(
                                "h",
                                "hash",
                                "–",
                                "90 s",
                                "1.2 kB",
                                "plan: pro, \"name: a\\nb\" … 40 in all"));
        assertThat(KeyRow.of(hash, 85 * SECOND).timeToLive()).isEqualTo("5 s");
        assertThat(KeyRow.of(hash, 90 * SECOND).timeToLive()).isEqualTo("expired");
        assertThat(OpenedKey.of(hash))
                .isEqualTo(
                        new OpenedKey(
                                "h",
                                "hash · 40 fields, of which the beginning",
                                "plan: pro\nname: a\nb"));
    }

    /** Two frames: what the first one begins the second one takes. */
    private void read(long now) {
        model.refresh();
        model.look(true, now);
        model.look(true, now);
    }

    private static final class Lost implements KeySpace {
        @Override
        public String sizeWords() {
            return "";
        }

        @Override
        public Page page(Scope scope, Glob pattern, String from, int size) throws CacheUnavailable {
            throw new CacheUnavailable("Redis is gone.", false, null);
        }

        @Override
        public Optional<StoredKey> read(Scope scope, String name) {
            return Optional.empty();
        }
    }
}
