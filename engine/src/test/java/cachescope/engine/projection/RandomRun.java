package cachescope.engine.projection;

import cachescope.engine.event.Answer;
import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The log of a run that nobody ran: requests that overlap, hit, miss, load, write, go stale and
 * fail at random, by a seed. What it says of staleness is right.
 */
public final class RandomRun {
    private static final int REQUESTS = 120;
    private static final int KEYS = 5;

    private final SplittableRandom random;
    private final Script script = new Script();
    private final List<Step> inFlight = new ArrayList<>();
    private final Map<String, TreeMap<Long, Long>> commits = new HashMap<>();
    private long now;
    private long nextCall;
    private int pending;

    public RandomRun(long seed) {
        random = new SplittableRandom(seed);
    }

    /** What a request does next. */
    private interface Step {
        /** Goes on and returns whether there is more to do. */
        boolean goOn();
    }

    public List<Event> events() {
        script.run(random.nextBoolean() ? "live" : "simulated", random.nextInt(3));
        for (int request = 0; request < REQUESTS || !inFlight.isEmpty(); ) {
            now += random.nextInt(1, 2_000_000);
            boolean begin = request < REQUESTS && (inFlight.isEmpty() || random.nextInt(3) == 0);
            if (begin) {
                inFlight.add(request(request++));
            } else {
                var step = inFlight.get(random.nextInt(inFlight.size()));
                if (!step.goOn()) {
                    inFlight.remove(step);
                }
            }
        }
        return script.events();
    }

    private Step request(long number) {
        var key = "k" + random.nextInt(KEYS);
        var operation =
                List.of(Operation.READ, Operation.READ, Operation.READ, Operation.WRITE)
                        .get(random.nextInt(4));
        script.request(number, operation, key, Math.max(0, now - random.nextInt(3_000_000)), now);
        return operation == Operation.READ
                ? new Reading(number, key, now)
                : new Writing(number, key);
    }

    private long version(String key) {
        var versions = commits.get(key);
        return versions == null ? 1 : versions.lastKey();
    }

    private final class Reading implements Step {
        private final long request;
        private final String key;
        private final long startedAt;
        private long call = -1;
        private Answer answer = Answer.UNANSWERED;

        Reading(long request, String key, long startedAt) {
            this.request = request;
            this.key = key;
            this.startedAt = startedAt;
        }

        @Override
        public boolean goOn() {
            if (answer == Answer.UNANSWERED) {
                return lookUp();
            } else if (call < 0) {
                call = nextCall++;
                script.call(call, request, Tier.DATABASE, CallKind.READ, key, now);
                return true;
            } else if (random.nextInt(10) == 0) {
                script.callFailed(call, now, "DatabaseUnavailable");
                script.failed(request, now, answer, "DatabaseUnavailable");
                return false;
            }
            script.recordRead(call, now, true);
            return end();
        }

        private boolean lookUp() {
            if (call < 0) {
                call = nextCall++;
                script.call(call, request, Tier.REDIS, CallKind.GET, key, now);
                return true;
            }
            var outcome = Outcome.values()[random.nextInt(3)];
            script.lookedUp(call, now, outcome);
            answer = outcome == Outcome.HIT ? Answer.HIT : Answer.MISS;
            call = -1;
            return answer == Answer.MISS || end();
        }

        private boolean end() {
            long returned = Math.max(1, version(key) - random.nextInt(3));
            var later =
                    commits.getOrDefault(key, new TreeMap<>()).tailMap(returned, false).values();
            long overtaken =
                    later.stream()
                            .filter(at -> at <= startedAt)
                            .mapToLong(Long::longValue)
                            .min()
                            .orElse(-1);
            script.ended(
                    request,
                    now,
                    answer,
                    returned,
                    overtaken < 0 ? 0 : startedAt - overtaken,
                    null);
            return false;
        }
    }

    private final class Writing implements Step {
        private final long request;
        private final String key;
        private long call = -1;

        Writing(long request, String key) {
            this.request = request;
            this.key = key;
        }

        @Override
        public boolean goOn() {
            if (call < 0) {
                call = nextCall++;
                script.call(call, request, Tier.DATABASE, CallKind.WRITE, key, now);
                return true;
            }
            switch (random.nextInt(4)) {
                case 0 ->
                        script.callFailed(call, now, "CacheUnavailable")
                                .failed(request, now, null, "WriteRejected");
                case 1 -> queue();
                default -> commit();
            }
            return false;
        }

        private void commit() {
            long version = version(key) + 1;
            commits.computeIfAbsent(key, _ -> new TreeMap<>()).put(version, now);
            script.recordWritten(call, key, now, now + 1, version, false)
                    .ended(request, now + 1, null, version, 0, null);
            now++;
        }

        private void queue() {
            script.queued(request, key, version(key), ++pending, now)
                    .ended(request, now, null, 1, 0, null);
            if (pending > 1 && random.nextBoolean()) {
                script.coalesced(request, key, 1, 2, now);
                pending--;
            }
            if (pending > 3) {
                long flush = nextCall++;
                script.call(
                        flush,
                        new Cause.Background("flush", List.of(request)),
                        Tier.DATABASE,
                        CallKind.FLUSH,
                        key,
                        now);
                script.flushed(flush, now + 1, pending, pending);
                now++;
                pending = 0;
            }
        }
    }
}
