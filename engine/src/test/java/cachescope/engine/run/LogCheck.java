package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.projection.ReportRecount;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What must be true of the log of every run and of its report, whatever went wrong in it. */
final class LogCheck {
    private final Outcome outcome;
    private final List<Event> events;
    private final CommitsInLog commits;

    private LogCheck(Outcome outcome) {
        this.outcome = outcome;
        this.events = outcome.events();
        this.commits = new CommitsInLog(events);
    }

    static void check(Outcome outcome) {
        var check = new LogCheck(outcome);
        check.everyEventHasItsPlace();
        check.everyCallTakesEffectBetweenItsStartAndItsEnd();
        Conservation.assertConserved(outcome.report(), check.events);
        check.commits.assertNoVersionGoesBack();
        check.everyAnsweredWriteIsInTheDatabaseOrToldToBeLost();
        check.everyReadIsJudgedByTheCommitsInTheLog();
        new ReportRecount(check.events).assertAgrees(outcome.report());
    }

    private void everyEventHasItsPlace() {
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).seq()).as("seq of %s", events.get(i)).isEqualTo(i);
        }
    }

    private void everyCallTakesEffectBetweenItsStartAndItsEnd() {
        Map<Long, Event.CallStarted> started = new HashMap<>();
        for (var event : events) {
            switch (event) {
                case Event.CallStarted call -> started.put(call.call(), call);
                case Event.CallEnded end -> {
                    assertThat(started.get(end.call()))
                            .as("%s began before", end)
                            .isNotNull()
                            .extracting(Event.CallStarted::at)
                            .isEqualTo(end.startedAt());
                    assertThat(end.at()).as("%s", end).isBetween(end.startedAt(), end.endedAt());
                }
                default -> {}
            }
        }
    }

    private void everyAnsweredWriteIsInTheDatabaseOrToldToBeLost() {
        var queued = new HashSet<CommitsInLog.Version>();
        var given = new HashSet<CommitsInLog.Version>();
        for (var event : events) {
            switch (event) {
                case Event.WriteQueued write -> queued.add(version(write.key(), write.version()));
                case Event.WriteCoalesced write -> given.add(version(write.key(), write.version()));
                case Event.WriteLost write -> given.add(version(write.key(), write.version()));
                case Event.WriteDeadLettered write ->
                        given.add(version(write.key(), write.version()));
                default -> {}
            }
        }
        for (var write : queued) {
            assertThat(given.contains(write) || commits.reaches(write))
                    .as("%s is in the database or told to be lost", write)
                    .isTrue();
        }
        for (var end : outcome.all(Event.RequestEnded.class)) {
            if (end.operation() != Operation.READ && end.failure() == null) {
                var write = version(end.key(), end.version());
                assertThat(queued.contains(write) || commits.contains(write))
                        .as("%s is in the database or in the queue", write)
                        .isTrue();
            }
        }
    }

    private void everyReadIsJudgedByTheCommitsInTheLog() {
        for (var end : outcome.all(Event.RequestEnded.class)) {
            if (end.operation() == Operation.READ && end.failure() == null) {
                var overtaken = commits.overtaken(version(end.key(), end.version()));
                boolean stale = overtaken < end.startedAt();
                assertThat(end.stale()).as("%s is stale", end).isEqualTo(stale);
                assertThat(end.staleness())
                        .as("staleness of %s", end)
                        .isEqualTo(stale ? end.startedAt() - overtaken : 0);
            }
        }
    }

    private static CommitsInLog.Version version(String key, long version) {
        return new CommitsInLog.Version(key, version);
    }
}
