package cachescope.engine.sizing;

import cachescope.engine.event.Operation;
import cachescope.engine.strategy.EvictionName;
import cachescope.engine.traffic.Request;
import cachescope.engine.traffic.RequestStream;
import cachescope.engine.traffic.Traffic;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Requests for tests, one a second, that can be read many times. */
record Asked(List<Request> requests) implements Traffic {

    /** Keys of one letter, without sizes. */
    static Asked of(String letters) {
        var requests = new ArrayList<Request>();
        for (int index = 0; index < letters.length(); index++) {
            requests.add(
                    Request.of(
                            index * 1_000_000_000L,
                            Operation.READ,
                            letters.substring(index, index + 1)));
        }
        return new Asked(requests);
    }

    /** Keys of which the small ones come often, each of one size from 1 on. */
    static Asked skewed(long seed, int count, int keys, int largest) {
        var random = new SplittableRandom(seed);
        var requests = new ArrayList<Request>();
        for (int i = 0; i < count; i++) {
            int key = (int) (keys * Math.pow(random.nextDouble(), 3));
            requests.add(sized("k" + key, 1 + Math.floorMod(key * 7919, largest)));
        }
        return new Asked(requests);
    }

    static Request sized(String key, long size) {
        return new Request(0, Operation.READ, key, size, null, null, List.of());
    }

    Sizing by(By by) {
        return new Sizing(this, Long.MAX_VALUE, by, 1 << 20, 1 << 20);
    }

    Hits hits(EvictionName policy, long capacity, By by) throws Exception {
        var advance = new Advance();
        return new Replays(by(by).numbered(advance), by, advance).hits(policy, capacity);
    }

    @Override
    public String name() {
        return "asked";
    }

    @Override
    public String format() {
        return "generated";
    }

    @Override
    public RequestStream open() {
        Iterator<Request> next = requests.iterator();
        return () -> next.hasNext() ? Optional.of(next.next()) : Optional.empty();
    }
}
