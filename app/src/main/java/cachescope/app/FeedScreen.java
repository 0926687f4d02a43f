package cachescope.app;

import cachescope.app.feed.FeedViewModel;
import cachescope.app.feed.FeedWords;
import cachescope.app.frame.Frame;
import cachescope.app.frame.Screen;
import java.util.Optional;

/** Hands what was notable up to the playhead to the feed, in words. */
final class FeedScreen implements Screen {
    private static final int LINES_MAX = 200;

    private final FeedViewModel feed;

    FeedScreen(FeedViewModel feed) {
        this.feed = feed;
    }

    @Override
    public void show(Frame frame) {
        feed.show(
                frame.shown().feed().upTo(frame.time(), LINES_MAX).stream()
                        .map(FeedWords::of)
                        .flatMap(Optional::stream)
                        .toList());
    }
}
