package cachescope.engine.event;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One kind of event, as its record says: both forms in which events are stored are made from this,
 * so that a new event needs no code of its own. The first component of every event is its seq; a
 * span is no component, but each of its own is one of the event's.
 */
final class EventType {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();
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

    /** The components in the order in which they are written. */
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
            var getter = LOOKUP.unreflect(component.getAccessor());
            if (component.getType() != Span.class) {
                components.add(Component.of(component, getter));
                continue;
            }
            for (var part : Span.class.getRecordComponents()) {
                var partGetter = LOOKUP.unreflect(part.getAccessor());
                components.add(
                        Component.of(part, MethodHandles.filterReturnValue(getter, partGetter)));
            }
        }
        components.sort(Comparator.comparing(Component::isStatements));
        return List.copyOf(components);
    }

    @SuppressWarnings("unchecked")
    private static Function<@Nullable Object[], Event> constructor(Class<?> record)
            throws ReflectiveOperationException {
        var constructor = canonical(record);
        int span = constructor.type().parameterList().indexOf(Span.class);
        if (span >= 0) {
            constructor =
                    statementsLast(
                            MethodHandles.collectArguments(
                                    constructor, span, canonical(Span.class)));
        }
        return MethodHandleProxies.asInterfaceInstance(
                Function.class,
                constructor.asSpreader(Object[].class, constructor.type().parameterCount()));
    }

    private static MethodHandle canonical(Class<?> record) throws ReflectiveOperationException {
        var parameters =
                Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        return LOOKUP.unreflectConstructor(record.getConstructor(parameters));
    }

    /** The same constructor with the list among its parameters moved to their end. */
    private static MethodHandle statementsLast(MethodHandle constructor) {
        var parameters = new ArrayList<>(constructor.type().parameterList());
        int list = parameters.indexOf(List.class);
        int last = parameters.size() - 1;
        parameters.add(parameters.remove(list));
        return MethodHandles.permuteArguments(
                constructor,
                MethodType.methodType(constructor.type().returnType(), parameters),
                IntStream.rangeClosed(0, last)
                        .map(place -> place < list ? place : place == list ? last : place - 1)
                        .toArray());
    }
}
