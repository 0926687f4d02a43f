package cachescope.app.hierarchy;

import cachescope.app.frame.Frame;
import cachescope.app.frame.Screen;
import cachescope.app.words.Times;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.Tier;
import cachescope.engine.projection.TierLatency;
import cachescope.engine.strategy.Durations;
import cachescope.engine.strategy.StrategyException;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The ladder with what the calls of the run took from its start to the playhead. For the FX thread.
 */
public final class HierarchyViewModel implements Screen {
    private static final long NEVER = -1;

    private final ReadOnlyObjectWrapper<List<Row>> rows =
            new ReadOnlyObjectWrapper<>(
                    Arrays.stream(Level.values())
                            .map(level -> new Row(level, TierLatency.NONE))
                            .toList());
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
    private @Nullable EventLog log;
    private long numbersTime = NEVER;

    /** A row a level, from the fastest to the slowest. */
    ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Up to when the run's calls are counted, and what was added to them. */
    ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    /** Shows the run up to a moment; while time runs, a few times a second. */
    @Override
    public void show(Frame frame) {
        if (frame.log() == log && frame.numbersTime() == numbersTime) {
            return;
        }
        log = frame.log();
        numbersTime = frame.numbersTime();
        rows.set(
                Arrays.stream(Level.values())
                        .map(level -> new Row(level, measured(level, frame)))
                        .toList());
        remark.set(remark(frame));
    }

    private static TierLatency measured(Level level, Frame frame) {
        return level.tier()
                .map(tier -> frame.shown().tierLatencies().at(tier, frame.timeInRun()))
                .orElse(TierLatency.NONE);
    }

    private static String remark(Frame frame) {
        long time = frame.timeInRun();
        if (frame.shown().tierLatencies().at(Tier.DATABASE, time).calls() == 0) {
            return "until " + Times.clock(time);
        }
        return "until " + Times.clock(time) + added(frame);
    }

    private static String added(Frame frame) {
        var delay =
                frame.whole()
                        .course()
                        .strategyAt(frame.timeInRun())
                        .map(strategy -> strategy.path("databaseDelay").asString("0"))
                        .orElse("0");
        try {
            long nanos = Durations.parse(delay).toNanos();
            return nanos == 0 ? "" : ", the database with " + Times.roundLength(nanos) + " added";
        } catch (StrategyException ofALaterProgram) {
            return "";
        }
    }
}
