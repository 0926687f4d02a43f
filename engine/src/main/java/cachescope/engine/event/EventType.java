package cachescope.engine.event;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One kind of event, as its record says: both forms in which events are stored are made from this,
 * so that a new event needs no code of its own. The first component of every event is its seq.
 */
final class EventType {
    private static final List<EventType> ALL = new ArrayList<>();
    private static final Map<Class<?>, EventType> BY_CLASS = new HashMap<>();
    private static final Map<String, EventType> BY_NAME = new HashMap<>();

    static {
        addAll(Event.class);
    }

    private final int number;
    private final String name;
    private final List<Component> components;
    private final Function<@Nullable Object[], Event> constructor;

    private EventType(int number, Class<?> record) throws ReflectiveOperationException {
        this.number = number;
        this.name = record.getSimpleName();
        this.components = components(record);
        this.constructor = constructor(record);
    }

    static EventType of(Event event) {
        var type = BY_CLASS.get(event.getClass());
        if (type == null) {
            throw new IllegalStateException("unknown event " + event.getClass());
        }
        return type;
    }

    static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static EventType numbered(int number) {
        return ALL.get(number);
    }

    static int count() {
        return ALL.size();
    }

    /** Its place among all types; not the same from one version of the program to the next. */
    int number() {
        return number;
    }

    /** Its name in a log file. */
    String name() {
        return name;
    }

    /** The components in the order of the record. */
    List<Component> components() {
        return components;
    }

    /** Makes an event of values for all components, in their order. */
    Event make(@Nullable Object[] values) {
        return constructor.apply(values);
    }

    private static void addAll(Class<?> sealed) {
        for (var permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                add(permitted);
            } else {
                addAll(permitted);
            }
        }
    }

    private static void add(Class<?> record) {
        try {
            var type = new EventType(ALL.size(), record);
            ALL.add(type);
            BY_CLASS.put(record, type);
            BY_NAME.put(type.name, type);
        } catch (ReflectiveOperationException notPublic) {
            throw new IllegalStateException(record + " must be a public record", notPublic);
        }
    }

    private static List<Component> components(Class<?> record) throws IllegalAccessException {
        var components = new ArrayList<Component>();
        for (var component : record.getRecordComponents()) {
            components.add(Component.of(component));
        }
        return List.copyOf(components);
    }

    @SuppressWarnings("unchecked")
    private static Function<@Nullable Object[], Event> constructor(Class<?> record)
            throws ReflectiveOperationException {
        var parameters =
                Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        MethodHandle constructor =
                MethodHandles.publicLookup()
                        .unreflectConstructor(record.getConstructor(parameters))
                        .asSpreader(Object[].class, parameters.length);
        return MethodHandleProxies.asInterfaceInstance(Function.class, constructor);
    }
}
