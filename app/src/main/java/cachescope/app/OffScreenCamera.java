package cachescope.app;

import cachescope.app.frame.OffScreen;
import cachescope.app.picture.Camera;
import cachescope.app.picture.Film;
import cachescope.app.theme.Theme;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** Takes pictures of the window's content where there is no screen. */
final class OffScreenCamera implements Camera {
    private static final long POLL_NANOS = 1_000_000L;

    @Override
    public void take(Shot shot, Film film) throws IOException {
        OffScreen.run(() -> {
            var theme = new Theme();
            theme.set(shot.mode());
            try (var window = new OffScreenWindow(theme)) {
                window.resize(shot.window());
                window.show(shot.log(), shot.caption(), shot.selection());
                window.turnTo(shot.view());
                take(shot, film, window);
            }
        });
    }

    private static void take(Shot shot, Film film, OffScreenWindow window) throws IOException {
        var span = shot.span();
        for (int i = 0; i < span.pictures(); i++) {
            window.turnTo(span.momentOf(i), shot.rate(), span.pictures() > 1);
            while (!window.isReady()) {
                LockSupport.parkNanos(POLL_NANOS);
            }
            var failure = window.failure();
            if (failure.isPresent()) {
                throw new IOException(failure.get());
            }
            film.add(window.picture(shot.size()));
        }
    }
}
