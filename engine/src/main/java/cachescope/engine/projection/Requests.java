package cachescope.engine.projection;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds the story of a request in the log. What is folded is only where every so many requests
 * began; the story itself is read from the log when it is asked for.
 */
public final class Requests implements Projection {
    /**
     * How many places in the log are remembered; when there are more, every other one is let go.
     */
    public static final int PLACES_MAX = 8_192;

    /** How many events are read in search of one request. */
    public static final int SEARCH_EVENTS_MAX = 2_000_000;

    /** How many events after a request's end are read for the work that it led to. */
    public static final int AFTERMATH_EVENTS = 20_000;

    /** How many steps of a story are told, of the request and of the background each. */
    public static final int STEPS_MAX = 1_000;

    private static final int READ_EVENTS = 4_096;
    private static final int FIRST_STRIDE = 64;
    private static final int FIRST_PLACES = 64;
    private static final long UNKNOWN = -1;

    private long[] seqs;
    private int size;
    private long stride;

    public Requests() {
        seqs = places(FIRST_PLACES);
        stride = FIRST_STRIDE;
    }

    private Requests(Requests other) {
        seqs = other.seqs.clone();
        size = other.size;
        stride = other.stride;
    }

    /** A copy that goes its own way from here. */
    public Requests copy() {
        return new Requests(this);
    }

    @Override
    public void accept(Event event) {
        if (event instanceof Event.RequestStarted started && started.request() >= 0) {
            remember(started.request(), started.seq());
        }
    }

    @Override
    public void clear() {
        seqs = places(FIRST_PLACES);
        size = 0;
        stride = FIRST_STRIDE;
    }

    private void remember(long request, long seq) {
        while (request / stride >= PLACES_MAX) {
            halve();
        }
        if (request % stride != 0) {
            return;
        }
        int place = (int) (request / stride);
        if (place >= seqs.length) {
            int known = seqs.length;
            seqs = Arrays.copyOf(seqs, Math.min(PLACES_MAX, Math.max(place + 1, 2 * known)));
            Arrays.fill(seqs, known, seqs.length, UNKNOWN);
        }
        seqs[place] = seq;
        size = Math.max(size, place + 1);
    }

    private void halve() {
        stride *= 2;
        int left = (size + 1) / 2;
        for (int place = 0; place < left; place++) {
            seqs[place] = seqs[2 * place];
        }
        Arrays.fill(seqs, left, seqs.length, UNKNOWN);
        size = left;
    }

    private static long[] places(int count) {
        var places = new long[count];
        Arrays.fill(places, UNKNOWN);
        return places;
    }

    /**
     * The story of a request: read from the log, from near its start to a while after its end. May
     * take some milliseconds, more if the log must read its file. Empty if it is not in the log.
     */
    public Optional<RequestStory> of(long request, EventLog log) {
        var search = new Search(request);
        long next = seqBefore(request);
        long giveUp = next + SEARCH_EVENTS_MAX;
        while (next < giveUp && !search.isOver(next)) {
            int read = log.read(next, READ_EVENTS, search);
            if (read == 0) {
                break;
            }
            next = search.lastSeq + 1;
        }
        return search.story();
    }

    /** A place in the log from which on the request's start is to be found. */
    private long seqBefore(long request) {
        int place = (int) Math.min(size, request / stride) - 1;
        while (place > 0 && seqs[place - 1] == UNKNOWN) {
            place--;
        }
        return place <= 0 ? 0 : seqs[place - 1];
    }

    private static final class Search implements Consumer<Event> {
        private final long request;
        private final ArrayList<Event> steps = new ArrayList<>();
        private final ArrayList<Event> background = new ArrayList<>();
        private long lastSeq = -1;
        private long endSeq = -1;

        Search(long request) {
            this.request = request;
        }

        @Override
        public void accept(Event event) {
            lastSeq = event.seq();
            Asker.of(event).ifPresent(cause -> accept(event, cause));
            if (event instanceof Event.RequestEnded ended && ended.request() == request) {
                endSeq = event.seq();
            }
        }

        boolean isOver(long next) {
            return endSeq >= 0 && next - endSeq > AFTERMATH_EVENTS;
        }

        Optional<RequestStory> story() {
            return steps.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RequestStory(request, steps, background, endSeq >= 0));
        }

        private void accept(Event event, Cause cause) {
            switch (cause) {
                case Cause.Request(long asker) -> {
                    if (asker == request && steps.size() < STEPS_MAX) {
                        steps.add(event);
                    }
                }
                case Cause.Background(_, var requests) -> {
                    if (requests.contains(request) && background.size() < STEPS_MAX) {
                        background.add(event);
                    }
                }
            }
        }
    }
}
