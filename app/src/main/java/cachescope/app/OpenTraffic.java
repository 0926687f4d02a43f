package cachescope.app;

import cachescope.app.session.State;
import cachescope.app.sizing.OpenRecording;
import java.util.Optional;

/** The requests behind what the window shows. */
final class OpenTraffic {
    private OpenTraffic() {}

    /** The recording of the run, or the traffic in the saved log once all of that is read. */
    static Optional<OpenRecording> of(State state) {
        var saved = state.saved();
        if (saved != null) {
            return saved.reading().over() && saved.log().firstSeq() == 0
                    ? Optional.of(new OpenRecording(saved, new SavedRun(saved).traffic()))
                    : Optional.empty();
        }
        return Optional.ofNullable(state.source()).map(source -> new OpenRecording(source, source));
    }
}
