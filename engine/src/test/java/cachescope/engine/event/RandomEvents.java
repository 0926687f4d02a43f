package cachescope.engine.event;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events of every type, with any values that a run could give them and some that none would. */
public final class RandomEvents {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> TEXTS =
            List.of(
                    "user:7",
                    "",
                    "a b",
                    "line\nfeed\r\t",
                    "\"quoted\" \\ back",
                    "\u0000\u001f\u007f",
                    "naïve €",
                    "😀 key",
                    "lone \ud83d half",
                    "\udc00",
                    "SET k v PX 60000");
    private static final List<Class<?>> RECORDS = records(Event.class);

    private final RandomGenerator random;

    public RandomEvents(RandomGenerator random) {
        this.random = random;
    }

    /** The records of all types of event. */
    public static List<Class<?>> records() {
        return RECORDS;
    }

    public Event next(long seq) {
        return of(RECORDS.get(random.nextInt(RECORDS.size())), seq);
    }

    public Event of(Class<?> type, long seq) {
        return (Event) record(type, seq);
    }

    private Object record(Class<?> type, long seq) {
        try {
            var components = type.getRecordComponents();
            var values = new @Nullable Object[components.length];
            for (int i = 0; i < values.length; i++) {
                boolean isSeq = components[i].getName().equals("seq");
                values[i] = isSeq ? (Object) seq : value(components[i]);
            }
            var parameters =
                    Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            return type.getConstructor(parameters).newInstance(values);
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError(type.toString(), broken);
        }
    }

    private @Nullable Object value(RecordComponent component) {
        var type = component.getType();
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && random.nextInt(3) == 0) {
            return null;
        } else if (type == long.class) {
            return number(component.getName());
        } else if (type == int.class) {
            return component.getName().equals("formatVersion") ? 1 : random.nextInt(-5, 1_000_000);
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == double.class) {
            return List.of(0.0, 1.0, 0.5, 1e12, 1e-9).get(random.nextInt(5));
        } else if (type == String.class) {
            return text();
        } else if (type == List.class) {
            return texts();
        } else if (type == Span.class) {
            return record(Span.class, 0);
        } else if (type == Cause.class) {
            return cause();
        } else if (type == JsonNode.class) {
            return JSON.readTree(
                    "{\"pattern\":\"cache-aside\",\"ttl\":60,\"share\":0.8,\"tags\":[null,true,\"ä\"]}");
        }
        return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }

    private long number(String name) {
        if (name.equals("expiresAt") && random.nextBoolean()) {
            return Long.MAX_VALUE;
        }
        return random.nextInt(20) == 0 ? random.nextLong() : random.nextLong(0, 1_000_000_000_000L);
    }

    private Cause cause() {
        return random.nextBoolean()
                ? new Cause.Request(random.nextLong(0, 1L << 40))
                : new Cause.Background(
                        text(), random.longs(random.nextInt(4), 0, 9_999).boxed().toList());
    }

    private List<String> texts() {
        var texts = new ArrayList<String>();
        for (int count = random.nextInt(3); count > 0; count--) {
            texts.add(text());
        }
        return List.copyOf(texts);
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static List<Class<?>> records(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(type ->
                        type.isRecord() ? List.<Class<?>>of(type).stream() : records(type).stream())
                .toList();
    }
}
