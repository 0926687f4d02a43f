package cachescope.app;

import cachescope.app.frame.FrameClock;
import cachescope.app.header.HeaderViewModel;
import cachescope.app.header.MessagesViewModel;
import cachescope.app.header.Progress;
import cachescope.app.header.TrafficChoice;
import cachescope.app.session.SavedLog;
import cachescope.engine.event.Event;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.StrategyJson;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A run that is shown from its saved log: what the log says of it, in the words of the header and
 * the controls. FX thread only.
 */
final class SavedRun {
    private final SavedLog saved;
    private boolean readingOver;

    SavedRun(SavedLog saved) {
        this.saved = saved;
    }

    boolean isOf(SavedLog other) {
        return saved.equals(other);
    }

    /** The strategy that the run began by; empty if this program does not know it. */
    Optional<Strategy> strategy() {
        return strategy(start().strategy());
    }

    /** A strategy as a log holds it; empty if this program does not know it. */
    static Optional<Strategy> strategy(JsonNode held) {
        try {
            return Optional.of(StrategyJson.read("strategy", held.toString()));
        } catch (StrategyException unknown) {
            return Optional.empty();
        }
    }

    /** Says in the header what is shown. */
    void introduce(HeaderViewModel header) {
        header.showOrigin(
                "saved log · " + start().world(),
                "The saved log of a run in the "
                        + start().world()
                        + " world, seed "
                        + start().seed()
                        + "; nothing runs now");
        header.hideVersions();
        header.remember(saved.file());
    }

    /** Shows how far reading has come, and once what came of it. */
    void follow(HeaderViewModel header, FrameClock clock, MessagesViewModel messages) {
        var reading = saved.reading();
        header.showTraffic(traffic(), TrafficChoice.noteOf(clock.requests(), clock.liveEdge()));
        if (!reading.over()) {
            header.showProgress(
                    new Progress(
                            "Reading " + saved.file().getFileName(),
                            reading.bytesRead(),
                            reading.totalBytes()));
        } else if (!readingOver) {
            readingOver = true;
            header.endProgress();
            clock.endsHere();
            reading.problem().ifPresent(messages::show);
        }
    }

    private String traffic() {
        return start().traffic()
                .path("name")
                .asStringOpt()
                .filter(name -> !name.isBlank())
                .orElse(TrafficChoice.nameOf(saved.file()));
    }

    /** How the run began. */
    Event.RunStarted start() {
        return saved.start();
    }
}
