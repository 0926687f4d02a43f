package cachescope.app.picture;

import java.io.IOException;
import java.util.List;

/** A view was asked for that the window does not have. The message is a sentence. */
public final class UnknownView extends IOException {
    private static final long serialVersionUID = 1L;

    public UnknownView(String name, List<String> known) {
        super(
                "expected a view of the window, one of "
                        + String.join(", ", known)
                        + ", but found "
                        + name);
    }
}
