package cachescope.engine.projection;

import cachescope.engine.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Folds the report while events are appended: an observer of the log, in memory that grows with
 * what is in flight and not with the run. While a run goes on, ask for the report between two
 * appends.
 */
public final class ReportProjection implements Projection {
    private static final double NANOS_PER_SECOND = 1e9;

    private LatencyStart latencyStart = new LatencyStart();
    private RequestCounts requests = new RequestCounts();
    private FirstLookUps lookUps = new FirstLookUps();
    private ConcurrentLoads loads = new ConcurrentLoads();
    private QueueCounts queue = new QueueCounts();
    private MessageCounts messages = new MessageCounts();
    private FailureCounts failures = new FailureCounts();
    private OrphanBytes orphans = new OrphanBytes();
    private GuardSteps guard = new GuardSteps();
    private Event.@Nullable RunStarted run;
    private long recordReads;
    private long recordWrites;
    private long recordBatches;
    private long unansweredCall = -1;
    private long strategyChanges;

    @Override
    public void accept(Event event) {
        switch (event) {
            case Event.RunStarted started -> {
                run = started;
                latencyStart.began(started);
            }
            case Event.PaceChanged pace -> latencyStart.changed(pace);
            case Event.StrategyChanged _ -> strategyChanges++;
            case Event.RequestStarted request -> {
                lookUps.started(request);
                failures.started(request);
            }
            case Event.RequestEnded request -> {
                requests.ended(request, latencyStart.latency(request));
                lookUps.ended(request);
                failures.ended(request);
            }
            case Event.CallStarted call -> loads.started(call);
            case Event.CacheRead read -> lookUps.lookedUp(read);
            case Event.CacheRemoved entry -> lookUps.removed(entry);
            case Event.RecordRead read -> {
                recordReads++;
                loads.ended(read);
            }
            case Event.RecordWritten written -> recordWritten(written.batched());
            case Event.RecordRemoved removed -> recordWritten(removed.batched());
            case Event.CommitUnanswered commit -> unanswered(commit);
            case Event.BatchFlushed batch -> {
                recordBatches++;
                queue.flushed(batch.writes());
            }
            case Event.TierFailed call -> {
                failures.failed(call);
                loads.failed(call);
            }
            case Event.WriteQueued _ -> queue.queued();
            case Event.WriteCoalesced _ -> queue.coalesced();
            case Event.WriteLost _ -> queue.lost();
            case Event.WriteDeadLettered _ -> {
                queue.lost();
                failures.deadLettered();
            }
            case Event.RefreshStarted _ -> guard.refreshed();
            case Event.WaitStarted wait -> guard.waits(wait);
            case Event.OfGuard step -> guard.did(step);
            case Event.MessagePublished _ -> messages.published();
            case Event.MessageDelivered _ -> messages.delivered();
            case Event.MessageLost _ -> messages.lost();
            case Event.EntryOrphaned entry -> orphans.orphaned(entry);
            case Event.RunEnded _,
                    Event.RequestRouted _,
                    Event.CacheWritten _,
                    Event.UndoOvertaken _,
                    Event.LockTried _,
                    Event.LockReleased _,
                    Event.CacheSwept _,
                    Event.CacheReordered _,
                    Event.MarksRead _,
                    Event.PendingRead _,
                    Event.NodeStopped _,
                    Event.NodeStarted _,
                    Event.TierRecovered _,
                    Event.FlushRetried _,
                    Event.NearFlushed _,
                    Event.SubscriptionMade _,
                    Event.SubscriptionLost _,
                    Event.TagInvalidated _,
                    Event.Disturbed _,
                    Event.WaitEnded _,
                    Event.RefreshEnded _ -> {}
        }
    }

    @Override
    public void clear() {
        latencyStart = new LatencyStart();
        requests = new RequestCounts();
        lookUps = new FirstLookUps();
        loads = new ConcurrentLoads();
        queue = new QueueCounts();
        messages = new MessageCounts();
        failures = new FailureCounts();
        orphans = new OrphanBytes();
        guard = new GuardSteps();
        run = null;
        recordReads = 0;
        recordWrites = 0;
        recordBatches = 0;
        unansweredCall = -1;
        strategyChanges = 0;
    }

    /** The report of what was folded so far. */
    public Report report(RunFacts facts) {
        long all = requests.reads() + requests.writes() + requests.deletes();
        double seconds = seconds(facts.elapsed());
        return new Report(
                all,
                requests.reads(),
                requests.writes(),
                requests.deletes(),
                requests.hits(),
                requests.misses(),
                requests.unanswered(),
                Report.ratio(requests.hits(), requests.misses()),
                lookUps.byTier(),
                recordReads,
                recordWrites,
                recordBatches,
                requests.staleReads(),
                requests.mostStaleMillis(),
                requests.meanStaleMillis(),
                requests.unflushedReads(),
                loads.stampedes(),
                loads.most(),
                loads.duplicates(),
                guard.earlyRefreshes(),
                guard.lockWaits(),
                guard.lockTimeouts(),
                messages.publishedMessages(),
                messages.deliveredMessages(),
                messages.lostMessages(),
                orphans.entries(),
                orphans.mostBytes(),
                queue.acknowledgedWrites(),
                queue.flushedWrites(),
                queue.coalescedWrites(),
                queue.pendingWrites(),
                queue.lostWrites(),
                failures.byName(),
                warnings(facts),
                requests.latencyMicros(),
                seconds,
                seconds == 0 ? 0 : all / seconds,
                run == null ? "" : run.world(),
                run == null ? 0 : run.seed(),
                run == null ? "" : speed(run.speed()),
                strategy(),
                facts.redisVersion(),
                facts.sqliteVersion(),
                facts.traffic());
    }

    private void recordWritten(boolean batched) {
        recordWrites++;
        if (!batched) {
            recordBatches++;
        }
    }

    /** The commits of one call follow each other, and were one transaction. */
    private void unanswered(Event.CommitUnanswered commit) {
        recordWritten(commit.call() == unansweredCall);
        unansweredCall = commit.call();
    }

    private List<String> warnings(RunFacts facts) {
        var warnings = new ArrayList<>(facts.warnings());
        if (strategyChanges > 0) {
            warnings.add(
                    "The strategy was changed during the run (changes: "
                            + strategyChanges
                            + "): the figures are of all of it, the strategy is the first.");
        }
        return List.copyOf(warnings);
    }

    private JsonNode strategy() {
        return run == null ? JsonNodeFactory.instance.objectNode() : run.strategy();
    }

    private static String speed(double speed) {
        return speed == 0 ? "max" : Double.toString(speed);
    }

    private static double seconds(Duration elapsed) {
        return elapsed.toNanos() / NANOS_PER_SECOND;
    }
}
