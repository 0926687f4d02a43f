package cachescope.app.session;

import cachescope.engine.run.Run;
import cachescope.engine.traffic.TrafficSummary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a session is.
 *
 * @param run the run to show; absent before the first, and while a saved log is shown
 * @param source where the traffic of that run is from
 * @param branch the second run, which left that one at a time; absent where there is none
 * @param coming a simulated run that is to be shown when it has come to its time
 * @param saved the saved log to show; absent while a run is
 * @param opening whether another is being opened
 * @param survey what the whole recording of that run holds, once it is known
 * @param message what last went wrong, in one sentence; empty if nothing did
 * @param messages how many messages there were, so that the same sentence twice is told twice
 */
public record State(
        @Nullable Run run,
        @Nullable TrafficSource source,
        @Nullable Fork branch,
        @Nullable Fork coming,
        @Nullable SavedLog saved,
        boolean opening,
        Optional<TrafficSummary> survey,
        String message,
        int messages) {
    static final State EMPTY =
            new State(null, null, null, null, null, false, Optional.empty(), "", 0);

    State open() {
        return new State(run, source, branch, coming, saved, true, survey, message, messages);
    }

    State with(Run next, TrafficSource from) {
        return new State(next, from, null, null, null, false, Optional.empty(), message, messages);
    }

    State with(SavedLog next) {
        return new State(null, null, null, null, next, false, Optional.empty(), message, messages);
    }

    State with(TrafficSummary surveyed) {
        return new State(
                run,
                source,
                branch,
                coming,
                saved,
                opening,
                Optional.of(surveyed),
                message,
                messages);
    }

    State withComing(@Nullable Fork next) {
        return new State(run, source, branch, next, saved, false, survey, message, messages);
    }

    /** The run that was coming is the second run now. */
    State withBranch(Fork next) {
        return new State(run, source, next, null, saved, false, survey, message, messages);
    }

    State told(@Nullable String sentence) {
        return new State(
                run,
                source,
                branch,
                coming,
                saved,
                false,
                survey,
                String.valueOf(sentence),
                messages + 1);
    }

    /** The runs that there are to show, the first one first. */
    public List<Run> runs() {
        return Stream.concat(Stream.ofNullable(run), Stream.ofNullable(branch).map(Fork::run))
                .toList();
    }
}
