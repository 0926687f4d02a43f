package cachescope.app.feed;

import cachescope.app.words.Times;
import java.util.OptionalLong;

/**
 * One line of the feed.
 *
 * @param seq the event it tells of
 * @param at when it happened, in nanoseconds from the run's start
 * @param request the request it is about; empty if it is about none
 */
public record FeedLine(long seq, long at, Sign sign, String words, OptionalLong request) {

    /** When it happened, as the feed writes it. */
    public String time() {
        return Times.clock(at);
    }
}
