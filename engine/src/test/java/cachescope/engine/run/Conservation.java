package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import cachescope.engine.projection.Report;
import java.util.List;
import java.util.TreeSet;

/**
 * What adds up in every run, whatever happened in it: nothing begins that does not end, and nothing
 * gets lost unseen.
 */
final class Conservation {
    private Conservation() {}

    static void assertConserved(Report report, List<Event> events) {
        assertThat(report.reads() + report.writes() + report.deletes())
                .as("reads + writes + deletes")
                .isEqualTo(report.requests());
        assertThat(report.hits() + report.misses() + report.unanswered())
                .as("hits + misses + unanswered")
                .isEqualTo(report.reads());
        assertThat(
                        report.writesFlushed()
                                + report.writesCoalesced()
                                + report.writesPending()
                                + report.writesLost())
                .as("flushed + coalesced + pending + lost")
                .isEqualTo(report.writesAcknowledged());
        assertEveryRequestEnds(events);
        assertEveryCallEnds(events);
        assertThat(events.getFirst()).isInstanceOf(Event.RunStarted.class);
        assertThat(events.getLast()).isInstanceOf(Event.RunEnded.class);
    }

    private static void assertEveryRequestEnds(List<Event> events) {
        var started =
                of(Event.RequestStarted.class, events).stream()
                        .map(Event.RequestStarted::request)
                        .toList();
        var ended =
                of(Event.RequestEnded.class, events).stream()
                        .map(Event.RequestEnded::request)
                        .toList();
        assertThat(ended.stream().sorted()).containsExactlyElementsOf(new TreeSet<>(started));
    }

    private static void assertEveryCallEnds(List<Event> events) {
        var started =
                of(Event.CallStarted.class, events).stream().map(Event.CallStarted::call).toList();
        var ended =
                of(Event.CallEnded.class, events).stream()
                        .filter(Event.CallEnded::isWholeCall)
                        .map(Event.CallEnded::call)
                        .toList();
        assertThat(ended.stream().sorted()).containsExactlyElementsOf(new TreeSet<>(started));
    }

    private static <E extends Event> List<E> of(Class<E> type, List<Event> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
