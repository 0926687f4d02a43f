package cachescope.engine.projection.fanout;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Tier;
import cachescope.engine.port.Glob;
import cachescope.engine.projection.Projection;
import cachescope.engine.projection.RecentKeys;
import java.util.List;
import java.util.Optional;

/**
 * How writes become known to all nodes, as it is behind the last event that was handed in: so it is
 * fed up to the time that is shown, and no further. To see what comes next, feed a copy.
 */
public final class FanOut implements Projection {
    private final Subscribers subscribers;
    private final SentMessages messages;
    private final Commits commits;
    private final RecentKeys<Copies> keys;
    private MessageTotals totals;

    public FanOut() {
        this(
                new Subscribers(),
                new SentMessages(),
                new Commits(),
                new RecentKeys<>(),
                MessageTotals.NONE);
    }

    private FanOut(
            Subscribers subscribers,
            SentMessages messages,
            Commits commits,
            RecentKeys<Copies> keys,
            MessageTotals totals) {
        this.subscribers = subscribers;
        this.messages = messages;
        this.commits = commits;
        this.keys = keys;
        this.totals = totals;
    }

    /** A copy that goes its own way from here; it shares what neither of them changes. */
    public FanOut copy() {
        return new FanOut(subscribers.copy(), messages.copy(), commits.copy(), keys.copy(), totals);
    }

    /** The nodes that were heard of, by name. */
    public List<Subscriber> nodes() {
        return subscribers.all();
    }

    /** The latest messages, the latest last; at most {@link SentMessages#MESSAGES_MAX}. */
    public List<Message> messages() {
        return messages.all();
    }

    public MessageTotals totals() {
        return totals;
    }

    /** What is known of a key; empty if nothing is, or not any more. */
    public Optional<Copies> copies(String key) {
        return keys.get(key);
    }

    /** The copy of a key that a node's near cache can serve at a time. */
    public Optional<Copy> near(String node, String key, long time) {
        return keys.get(key)
                .flatMap(copies -> copies.in(node))
                .filter(copy -> copy.expiresAt() > time)
                .filter(copy -> copy.seq() > subscribers.flushedSeq(node));
    }

    /**
     * The messages that a node missed and that still matter at a time: it holds a copy that they
     * would have dropped.
     */
    public List<Missed> stale(Subscriber node, long time) {
        return node.missed().stream()
                .filter(missed ->
                        near(node.node(), missed.key(), time).filter(missed::wouldDrop).isPresent())
                .toList();
    }

    @Override
    public void accept(Event event) {
        switch (event) {
            case Event.RequestRouted routed -> subscribers.know(routed.node());
            case Event.NodeStopped stopped -> subscribers.stopped(stopped);
            case Event.NodeStarted started -> subscribers.started(started);
            case Event.OfCopies copies -> ofCopies(copies);
            case Event.MessagePublished published -> published(published);
            case Event.MessageDelivered delivered -> delivered(delivered);
            case Event.MessageLost lost -> lost(lost);
            case Event.CacheRead read -> read(read);
            case Event.CacheWritten written -> written(written);
            case Event.CacheRemoved removed -> removed(removed);
            case Event.CacheSwept swept -> swept(swept);
            case Event.RecordRead read -> commit(read.key(), read.version());
            case Event.RecordWritten written -> {
                commits.add(written.cause(), written.key(), written.version());
                totals = totals.written();
                commit(written.key(), written.version());
            }
            case Event.RecordRemoved removed -> {
                commits.add(removed.cause(), removed.key(), removed.version());
                totals = totals.written();
                commit(removed.key(), removed.version());
            }
            case Event.CommitUnanswered unanswered -> {
                totals = totals.written();
                commit(unanswered.key(), unanswered.version());
            }
            case Event.RequestEnded ended -> commits.forget(new Cause.Request(ended.request()));
            case Event.RunStarted _,
                    Event.RunEnded _,
                    Event.StrategyChanged _,
                    Event.PaceChanged _,
                    Event.RequestStarted _,
                    Event.CallStarted _,
                    Event.MarksRead _,
                    Event.UndoOvertaken _,
                    Event.BatchFlushed _,
                    Event.LockTried _,
                    Event.LockReleased _,
                    Event.TierFailed _,
                    Event.TierRecovered _,
                    Event.PendingRead _,
                    Event.WriteQueued _,
                    Event.WriteCoalesced _,
                    Event.FlushRetried _,
                    Event.WriteDeadLettered _,
                    Event.WriteLost _,
                    Event.WaitStarted _,
                    Event.WaitEnded _,
                    Event.OfGuard _,
                    Event.Disturbed _,
                    Event.RefreshStarted _,
                    Event.RefreshEnded _ -> {}
        }
    }

    @Override
    public void clear() {
        subscribers.clear();
        messages.clear();
        commits.clear();
        keys.clear();
        totals = MessageTotals.NONE;
    }

    private void ofCopies(Event.OfCopies event) {
        switch (event) {
            case Event.NearFlushed flushed -> subscribers.flushed(flushed);
            case Event.SubscriptionMade made -> subscribers.listening(made.node(), true);
            case Event.SubscriptionLost lost -> subscribers.listening(lost.node(), false);
            case Event.TagInvalidated _, Event.EntryOrphaned _, Event.CacheReordered _ -> {}
        }
    }

    private void published(Event.MessagePublished event) {
        var about = commits.of(event.cause(), event.text());
        var away = subscribers.away();
        var arrivals =
                away.stream()
                        .map(node -> new Arrival(node, Arrival.Fate.AWAY, event.at()))
                        .toList();
        var message =
                messages.sent(
                        new Message(
                                event.message(),
                                event.node(),
                                event.channel(),
                                about.key(),
                                about.version(),
                                event.startedAt(),
                                event.receivers(),
                                arrivals));
        message.arrivals().stream()
                .filter(arrival -> !arrival.came())
                .forEach(arrival -> missed(arrival.node(), message, event.seq(), event.at()));
        long text = TextBytes.of(event.text());
        totals = totals.published(text * (1 + event.receivers()), away.size());
    }

    private void delivered(Event.MessageDelivered event) {
        subscribers.know(event.node());
        boolean late = false;
        if (event.message() >= 0) {
            var message = messages.of(event.message(), event.channel(), event.at());
            late = isLate(message, event.node());
            var fate = late ? Arrival.Fate.LATE : Arrival.Fate.DELIVERED;
            messages.replace(message.with(new Arrival(event.node(), fate, event.at())));
        }
        totals = totals.delivered(late);
    }

    /** Whether the node has answered with an overtaken version since the message left. */
    private boolean isLate(Message message, String node) {
        return keys.get(message.key())
                .flatMap(copies -> copies.in(node))
                .filter(copy -> copy.overtakenReadAt() >= message.startedAt())
                .isPresent();
    }

    private void lost(Event.MessageLost event) {
        subscribers.know(event.node());
        if (event.message() >= 0) {
            var message = messages.of(event.message(), event.channel(), event.at());
            messages.replace(
                    message.with(new Arrival(event.node(), Arrival.Fate.LOST, event.at())));
            missed(event.node(), message, event.seq(), event.at());
        }
        totals = totals.oneLost();
    }

    private void missed(String node, Message message, long seq, long at) {
        if (!message.key().isEmpty()) {
            subscribers.missed(
                    node, new Missed(message.key(), message.version(), message.number(), seq, at));
        }
    }

    private void read(Event.CacheRead event) {
        var place = place(event);
        if (event.outcome() != Outcome.HIT) {
            keys.get(event.key()).ifPresent(known -> keys.put(event.key(), known.without(place)));
            return;
        }
        var known = keys.get(event.key()).orElse(Copies.NONE);
        var copy =
                known.in(place)
                        .filter(held -> held.version() == event.version())
                        .orElseGet(() ->
                                new Copy(place, event.version(), event.seq(), Long.MAX_VALUE));
        boolean overtaken = event.version() < known.committed();
        keys.put(event.key(), known.with(overtaken ? copy.overtakenReadAt(event.at()) : copy));
    }

    private void written(Event.CacheWritten event) {
        if (event.stored()) {
            var known = keys.get(event.key()).orElse(Copies.NONE);
            keys.put(
                    event.key(),
                    known.with(
                            new Copy(
                                    place(event),
                                    event.version(),
                                    event.seq(),
                                    event.expiresAt())));
        }
    }

    private void removed(Event.CacheRemoved event) {
        var known = keys.get(event.key()).orElse(Copies.NONE);
        var place = place(event);
        if (event.tier() == Tier.NEAR_CACHE) {
            long version = known.in(place).map(Copy::version).orElse(0L);
            messages.dropped(event, version);
        }
        keys.put(event.key(), known.without(place));
    }

    private void swept(Event.CacheSwept event) {
        var place = place(event);
        keys.replaceAll(new Glob(event.pattern())::matches, known -> known.without(place));
    }

    private void commit(String key, long version) {
        var known = keys.get(key).orElse(Copies.NONE);
        keys.put(key, known.committed(version));
    }

    private String place(Event.CallEnded call) {
        if (call.tier() == Tier.NEAR_CACHE) {
            subscribers.know(call.node());
            return call.node();
        }
        return Copy.REDIS;
    }
}
