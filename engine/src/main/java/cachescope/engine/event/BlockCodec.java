package cachescope.engine.event;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A block of events as bytes, for the temporary file of a log that has outgrown memory. Each block
 * stands for itself.
 */
final class BlockCodec {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int NOTHING = 0;
    private static final int SOMETHING = 1;
    private static final int BACKGROUND = 2;

    private BlockCodec() {}

    static byte[] pack(Event[] events) {
        var out = new Packed.Writer();
        for (var event : events) {
            pack(event, out);
        }
        return out.bytes();
    }

    static Event[] unpack(byte[] bytes) {
        var in = new Packed.Reader(bytes);
        var events = new ArrayList<Event>(Block.EVENTS);
        while (in.hasMore()) {
            events.add(unpack(in));
        }
        return events.toArray(Event[]::new);
    }

    private static void pack(Event event, Packed.Writer out) {
        var type = EventType.of(event);
        out.small(type.number());
        var components = type.components();
        for (int i = 0; i < components.size(); i++) {
            var component = components.get(i);
            if (component.isNumber()) {
                out.difference(type, i, component.number().applyAsLong(event));
            } else {
                pack(component.value().apply(event), type, i, out);
            }
        }
    }

    private static void pack(@Nullable Object value, EventType type, int place, Packed.Writer out) {
        switch (value) {
            case null -> out.small(NOTHING);
            case Cause.Request request -> {
                out.small(SOMETHING);
                out.difference(type, place, request.request());
            }
            case Cause.Background background -> {
                out.small(BACKGROUND);
                out.string(background.task());
                out.small(background.requests().size());
                background.requests().forEach(request -> out.difference(type, place, request));
            }
            case List<?> strings -> {
                out.small(strings.size() + SOMETHING);
                strings.forEach(text -> out.string((String) text));
            }
            case Enum<?> constant -> out.small(constant.ordinal() + SOMETHING);
            case Double number -> {
                out.small(SOMETHING);
                out.difference(type, place, Double.doubleToRawLongBits(number));
            }
            default -> {
                out.small(SOMETHING);
                out.string(value.toString());
            }
        }
    }

    private static Event unpack(Packed.Reader in) {
        var type = EventType.numbered(in.small());
        var components = type.components();
        var values = new @Nullable Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            var component = components.get(i);
            values[i] =
                    component.isNumber()
                            ? component.boxed(in.difference(type, i))
                            : unpack(component, type, i, in);
        }
        return type.make(values);
    }

    private static @Nullable Object unpack(
            Component component, EventType type, int place, Packed.Reader in) {
        int form = in.small();
        if (form == NOTHING) {
            return null;
        }
        return switch (component.kind()) {
            case STRING -> in.string();
            case STRINGS -> strings(form - SOMETHING, in);
            case ENUM -> component.constants().get(form - SOMETHING);
            case CAUSE ->
                    form == BACKGROUND
                            ? background(type, place, in)
                            : new Cause.Request(in.difference(type, place));
            case DOUBLE -> Double.longBitsToDouble(in.difference(type, place));
            case JSON -> JSON.readTree(in.string());
            case LONG, INT, BOOLEAN ->
                    throw new IllegalStateException(component.name() + " is a number");
        };
    }

    private static List<String> strings(int count, Packed.Reader in) {
        var strings = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            strings.add(in.string());
        }
        return List.copyOf(strings);
    }

    private static Cause background(EventType type, int place, Packed.Reader in) {
        var task = in.string();
        int count = in.small();
        var requests = new ArrayList<Long>(count);
        for (int i = 0; i < count; i++) {
            requests.add(in.difference(type, place));
        }
        return new Cause.Background(task, requests);
    }
}
