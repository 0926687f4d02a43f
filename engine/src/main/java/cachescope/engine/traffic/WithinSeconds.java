package cachescope.engine.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Spreads the requests of each whole second evenly over it, in their order, if they are no more
 * than {@value #MOST_OF_A_SECOND} with short keys; else they stay at its beginning.
 */
final class WithinSeconds {
    /** The most requests of one second that are kept back to be spread over it. */
    static final int MOST_OF_A_SECOND = 10_000;

    /** The most characters that the keys of these requests have together. */
    private static final int MOST_CHARACTERS = 4 << 20;

    private static final long SECOND = 1_000_000_000L;

    private final List<Request> ofThisSecond = new ArrayList<>();
    private final Consumer<Request> requests;
    private long charactersKept;
    private boolean tooManyToSpread;
    private long second;

    /** Hands on the requests as soon as their times are known. */
    WithinSeconds(Consumer<Request> requests) {
        this.requests = requests;
    }

    /** Takes the next request, whose time is a whole second. */
    void add(Request request) {
        if (request.at() != second) {
            end();
            second = request.at();
            charactersKept = 0;
            tooManyToSpread = false;
        }
        ofThisSecond.add(request);
        charactersKept += request.key().length();
        if (tooManyToSpread
                || ofThisSecond.size() > MOST_OF_A_SECOND
                || charactersKept > MOST_CHARACTERS) {
            tooManyToSpread = true;
            ofThisSecond.forEach(requests);
            ofThisSecond.clear();
        }
    }

    /** Hands on what was kept back until the last request was seen. */
    void end() {
        for (int index = 0; index < ofThisSecond.size(); index++) {
            requests.accept(
                    ofThisSecond.get(index).at(second + SECOND * index / ofThisSecond.size()));
        }
        ofThisSecond.clear();
    }
}
