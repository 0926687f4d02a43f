package cachescope.engine.port.observed;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Event;
import cachescope.engine.event.Tier;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.Caller;
import cachescope.engine.port.MessageBus;
import cachescope.engine.port.observed.Calls.Call;

/**
 * A bus whose messages become events. What a listener does with a message is done in the
 * background, for the requests that the message was sent for.
 */
public final class ObservedBus implements MessageBus {
    private final MessageBus bus;
    private final Messages messages;
    private final Calls calls;

    /** The bus must tell what it loses to the same {@code messages}. */
    public ObservedBus(MessageBus bus, Messages messages, Calls calls) {
        this.bus = bus;
        this.messages = messages;
        this.calls = calls;
    }

    @Override
    public long publish(String channel, String text) throws CacheUnavailable {
        long message = messages.number(Caller.CURRENT.get().cause());
        var shown = CallNotes.cut(text);
        return calls.observe(
                new Call(CallKind.PUBLISH, Tier.REDIS, channel),
                () -> bus.publish(channel, Messages.numbered(message, text)),
                (sink, span, receivers) ->
                        sink.append(seq ->
                                new Event.MessagePublished(
                                        seq, span, channel, message, shown, receivers)));
    }

    @Override
    public Subscription subscribe(String channel, String node, Listener listener)
            throws InterruptedException {
        return bus.subscribe(channel, node, new ObservedListener(channel, node, listener));
    }

    private final class ObservedListener implements Listener {
        private final String channel;
        private final String node;
        private final Listener listener;

        ObservedListener(String channel, String node, Listener listener) {
            this.channel = channel;
            this.node = node;
            this.listener = listener;
        }

        @Override
        public void connected() throws InterruptedException {
            listener.connected();
        }

        @Override
        public void received(String text) throws InterruptedException {
            var received = messages.delivered(channel, node, text);
            var caller = Caller.background(received.cause(), node);
            ScopedValue.where(Caller.CURRENT, caller)
                    .call(() -> {
                        listener.received(received.text());
                        return received;
                    });
        }

        @Override
        public void disconnected(String reason) throws InterruptedException {
            listener.disconnected(reason);
        }
    }
}
