package cachescope.app;

import cachescope.app.frame.FrameClock;
import cachescope.app.header.HeaderViewModel;
import cachescope.app.header.MessagesViewModel;
import cachescope.app.header.Progress;
import cachescope.app.header.TrafficChoice;
import cachescope.app.session.LogTraffic;
import cachescope.app.session.SavedLog;
import cachescope.app.tape.TapeViewModel;
import java.util.OptionalLong;

/** What the header, the tape and the messages say of a saved log. FX thread only. */
final class SavedScreen {
    private final HeaderViewModel header;
    private final MessagesViewModel messages;
    private final FrameClock clock;
    private final TapeViewModel tape;
    private boolean readingOver;

    SavedScreen(
            HeaderViewModel header,
            MessagesViewModel messages,
            FrameClock clock,
            TapeViewModel tape) {
        this.header = header;
        this.messages = messages;
        this.clock = clock;
        this.tape = tape;
    }

    /** Turns to a log. */
    void begin(SavedLog saved) {
        readingOver = false;
        clock.openAtStart(saved.log());
        header.showOrigin(SavedRun.origin(saved.start()), SavedRun.inFull(saved.start()));
        header.hideVersions();
        header.remember(saved.file());
        tape.expect(OptionalLong.empty());
    }

    /** Says how far it is read. */
    void follow(SavedLog saved) {
        var reading = saved.reading();
        header.showTraffic(name(saved), TrafficChoice.noteOf(clock.requests(), clock.liveEdge()));
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

    /** Why the log's traffic cannot be simulated, in a sentence; empty if it can. */
    String whyNoFork(SavedLog saved) {
        if (!readingOver) {
            return "The log is still being read: its traffic can be simulated when all of it is known.";
        }
        if (saved.log().firstSeq() > 0) {
            return "The first events of this log are gone, and with them its traffic.";
        }
        if (clock.requests() == 0) {
            return "There is no request in this log, so there is no traffic to simulate.";
        }
        return SavedRun.strategy(saved.start()).isPresent()
                ? ""
                : "The strategy of this log is none that this version knows, so it cannot be simulated.";
    }

    /** The traffic that went through the run of a log. */
    static LogTraffic traffic(SavedLog saved) {
        return new LogTraffic(name(saved), saved.log());
    }

    private static String name(SavedLog saved) {
        return SavedRun.traffic(saved.start()).orElse(TrafficChoice.nameOf(saved.file()));
    }
}
