package cachescope.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.fixture.StructureStoreContract;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Command;
import cachescope.engine.port.StructureStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SimulatedStructuresTest extends StructureStoreContract {
    private final AtomicLong now = new AtomicLong();
    private final SimulatedStructures structures =
            new SimulatedStructures(now::get, key -> prefix() + key);

    @Override
    protected StructureStore store() {
        return structures;
    }

    @Override
    protected Optional<Duration> timeToLive(String key) {
        var found = new AtomicLong(Holding.NEVER);
        structures.each(held -> {
            if (held.name().equals(key)) {
                found.set(held.timeToLive());
            }
        });
        return found.get() == Holding.NEVER
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(found.get()));
    }

    @Override
    protected String prefix() {
        return "structure:";
    }

    @Test
    void whatHasExpiredIsGoneToTheNanosecond() throws CacheUnavailable {
        structures.send(new Command.SetString("a", "1", Duration.ofSeconds(1)));
        now.set(999_999_999);
        assertThat(structures.send(new Command.Get("a")).asText()).contains("1");
        now.set(1_000_000_000);
        assertThat(structures.send(new Command.Get("a")).asText()).isEmpty();
        assertThat(structures.send(new Command.LPush("a", List.of("a list now"))).asNumber())
                .isEqualTo(1);
        assertThat(timeToLive("a")).isEmpty();
    }

    @Test
    void aSetThatHasExpiredHasNothingInCommon() throws CacheUnavailable {
        structures.send(new Command.SAdd("s", List.of("a")));
        structures.send(new Command.SAdd("t", List.of("a")));
        structures.send(new Command.Expire("t", Duration.ofNanos(10)));
        assertThat(structures.send(new Command.SInter(List.of("s", "t"))).asTexts()).hasSize(1);
        now.set(10);
        assertThat(structures.send(new Command.SInter(List.of("s", "t"))).asTexts()).isEmpty();
    }
}
