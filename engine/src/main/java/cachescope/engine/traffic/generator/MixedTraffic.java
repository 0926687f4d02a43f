package cachescope.engine.traffic.generator;

import cachescope.engine.traffic.Request;
import cachescope.engine.traffic.RequestStream;
import cachescope.engine.traffic.Traffic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Made-up traffic of several parts, in the order of their times; at equal times in the order of the
 * parts. The same seed gives the same requests.
 */
public record MixedTraffic(String name, long seed, List<Part> parts) implements Traffic {

    public MixedTraffic {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("expected at least one part");
        }
        parts = List.copyOf(parts);
    }

    @Override
    public String format() {
        return "generated";
    }

    @Override
    public RequestStream open() {
        var random = new SplittableRandom(seed);
        var heads = new ArrayList<Head>();
        for (var part : parts) {
            heads.add(new Head(part.requests(random.split())));
        }
        return () -> next(heads);
    }

    private static Optional<Request> next(List<Head> heads) {
        return heads.stream()
                .filter(head -> head.next.isPresent())
                .min(Comparator.comparingLong(head -> head.next.orElseThrow().at()))
                .flatMap(Head::take);
    }

    /** A part as far as it is not read yet. */
    private static final class Head {
        private final Iterator<Request> rest;
        private Optional<Request> next;

        Head(Iterator<Request> requests) {
            this.rest = requests;
            this.next = following();
        }

        private Optional<Request> following() {
            return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
        }

        Optional<Request> take() {
            var taken = next;
            next = following();
            return taken;
        }
    }
}
