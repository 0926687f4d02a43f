package cachescope.app;

import cachescope.app.frame.FrameClock;
import cachescope.app.header.HeaderViewModel;
import cachescope.app.header.MessagesViewModel;
import cachescope.app.header.Progress;
import cachescope.app.header.TrafficChoice;
import cachescope.app.session.LogTraffic;
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
        header.showTraffic(trafficName(), TrafficChoice.noteOf(clock.requests(), clock.liveEdge()));
        if (!reading.over()) {
            header.showProgress(
                    Progress.ofBytes(
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

    /** Whether the run took place in the simulated world. */
    boolean isSimulated() {
        return start().world().equals("simulated");
    }

    /** The traffic that went through the run. */
    LogTraffic traffic() {
        return new LogTraffic(trafficName(), saved.log());
    }

    /** Why that traffic cannot be simulated, in a sentence; empty if it can. */
    String whyNoFork(FrameClock clock) {
        if (!saved.reading().over()) {
            return "The log is still being read: its traffic can be simulated when all of it is known.";
        }
        if (saved.log().firstSeq() > 0) {
            return "The first events of this log are gone, and with them its traffic.";
        }
        if (clock.requests() == 0) {
            return "There is no request in this log, so there is no traffic to simulate.";
        }
        return strategy().isPresent()
                ? ""
                : "The strategy of this log is none that this version knows, so it cannot be simulated.";
    }

    private String trafficName() {
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
