package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Operation;
import cachescope.engine.fixture.MemoryTraffic;
import cachescope.engine.port.RandomStream;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.TagForm;
import cachescope.engine.traffic.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A recording gives some of its lines tags, others none, and one key now these and now those. */
@Timeout(60)
class TagsHereAndThereTest {
    private static final int REQUESTS = 200;
    private static final long SPACING = Duration.ofMillis(50).toNanos();
    private static final List<List<String>> TAGS =
            List.of(List.of(), List.of("young"), List.of("old"), List.of("old", "young"));

    private static Request tagged(Request request, RandomGenerator random) {
        return new Request(
                request.at(),
                request.operation(),
                request.key(),
                request.size(),
                request.client(),
                request.timeToLive(),
                TAGS.get(random.nextInt(TAGS.size())));
    }

    private static Strategy strategy(TagForm form) {
        var tags = CopyRace.judged(InvalidationName.TAG);
        return tags.withInvalidation(tags.invalidation().withTags(form));
    }

    /** One request after another, so that nothing can go wrong but what an order of lines does. */
    private static Plan oneByOne(Strategy strategy, long seed) {
        var random = RandomStream.of(seed, "tags here and there");
        var requests = new ArrayList<Request>();
        for (int i = 0; i < REQUESTS; i++) {
            int dice = random.nextInt(10);
            var operation =
                    dice < 7 ? Operation.READ : dice < 9 ? Operation.WRITE : Operation.DELETE;
            var key = "user:" + random.nextInt(4);
            requests.add(tagged(Request.of(i * SPACING, operation, key), random));
        }
        return Plan.of(strategy.withConcurrency(1), MemoryTraffic.of(requests))
                .withSpeed(1)
                .withSeed(seed);
    }

    @ParameterizedTest
    @EnumSource
    void aWriteEndsTheCopyOfItsKeyWhateverTagsItsLineHas(TagForm form) throws Exception {
        for (long seed = 1; seed <= 25; seed++) {
            var outcome = Outcome.simulated(oneByOne(strategy(form), seed));
            assertThat(outcome.report().hits()).as("hits, seed %s", seed).isPositive();
            assertThat(outcome.report().staleReads()).as("stale, seed %s", seed).isZero();
            LogCheck.check(outcome);
        }
    }

    @Test
    void aLoadThatSuchAWriteOvertookIsNotServedLater() throws Exception {
        var strategy = strategy(TagForm.VERSIONS);
        for (long seed = 1; seed <= 50; seed++) {
            var random = RandomStream.of(seed, "tags");
            var plan = CopyRace.plan(strategy, seed, request -> tagged(request, random));
            assertThat(CopyRace.isStaleInTheEnd(Outcome.simulated(plan)))
                    .as("seed %s", seed)
                    .isFalse();
        }
    }

    @Test
    void theLiveWorldDoesTheSame() throws Exception {
        try (var world = LiveWorld.open(LiveOptions.BUNDLED)) {
            for (var form : TagForm.values()) {
                var tags = strategy(form);
                var live =
                        Strategy.DEFAULT
                                .withTimeToLive(Duration.ofHours(1))
                                .withCluster(tags.cluster())
                                .withInvalidation(tags.invalidation());
                var outcome = Outcome.in(world, oneByOne(live, 1).withSpeed(Pace.MAX));
                LogCheck.check(outcome);
                assertThat(outcome.report().hits()).as("hits by %s", form).isPositive();
                assertThat(outcome.report().staleReads()).as("stale by %s", form).isZero();
            }
        }
    }
}
