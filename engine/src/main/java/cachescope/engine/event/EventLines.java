package cachescope.engine.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events as lines of JSON: {@code seq}, {@code type}, then the components of the record in their
 * order, those of its span in the span's place and the statements last. A cause is written as
 * {@code request}, or as {@code task} and {@code cause}; what is null, an empty list of statements
 * and the expiry of what never expires are left out. For one thread at a time.
 */
final class EventLines {
    private static final String SEQ = "{\"seq\":";
    private static final String TYPE = ",\"type\":\"";
    private static final String REQUEST = ",\"request\":";
    private static final String TASK = ",\"task\":";
    private static final String CAUSE = ",\"cause\":[";
    private static final String TRUE = "true";
    private static final String FALSE = "false";

    private final JsonBytes out;

    /** Writes into a buffer that its owner empties. */
    EventLines(JsonBytes out) {
        this.out = out;
    }

    /** Writes one event and the end of its line. */
    void write(Event event) {
        var type = EventType.of(event);
        out.raw(SEQ);
        out.number(event.seq());
        out.raw(TYPE);
        out.raw(type.name());
        out.ascii('"');
        var components = type.components();
        for (int i = 1; i < components.size(); i++) {
            var component = components.get(i);
            if (component.isNumber()) {
                number(component, component.number().applyAsLong(event));
            } else {
                value(component, component.value().apply(event));
            }
        }
        out.ascii('}');
        out.ascii('\n');
    }

    private void number(Component component, long number) {
        if (component.isNever(number)) {
            return;
        }
        out.raw(component.prefix());
        if (component.kind() == Component.Kind.BOOLEAN) {
            out.raw(number == 0 ? FALSE : TRUE);
        } else {
            out.number(number);
        }
    }

    private void value(Component component, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Cause cause -> cause(cause);
            case List<?> strings -> {
                if (!strings.isEmpty()) {
                    out.raw(component.prefix());
                    strings(strings);
                }
            }
            case String text -> {
                out.raw(component.prefix());
                out.string(text);
            }
            case Enum<?> constant -> {
                out.raw(component.prefix());
                out.string(constant.name());
            }
            default -> {
                out.raw(component.prefix());
                out.raw(value.toString());
            }
        }
    }

    private void cause(Cause cause) {
        switch (cause) {
            case Cause.Request request -> {
                out.raw(REQUEST);
                out.number(request.request());
            }
            case Cause.Background background -> {
                out.raw(TASK);
                out.string(background.task());
                out.raw(CAUSE);
                var requests = background.requests();
                for (int i = 0; i < requests.size(); i++) {
                    if (i > 0) {
                        out.ascii(',');
                    }
                    out.number(requests.get(i));
                }
                out.ascii(']');
            }
        }
    }

    private void strings(List<?> strings) {
        out.ascii('[');
        for (int i = 0; i < strings.size(); i++) {
            if (i > 0) {
                out.ascii(',');
            }
            out.string((String) strings.get(i));
        }
        out.ascii(']');
    }
}
