package cachescope.engine.event;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One component of an event's record: its name in a log file, what it holds, and how to read it
 * from an event. Immutable.
 *
 * @param constants what an {@link Kind#ENUM} can be, in the order of their ordinals; else none
 * @param prefix what stands before its value in a line
 * @param optional whether a log file may leave it out, because it is null, an empty list, or {@code
 *     expiresAt} of an entry that never expires
 */
record Component(
        String name,
        Kind kind,
        List<Enum<?>> constants,
        boolean optional,
        String prefix,
        ToLongFunction<Event> number,
        Function<Event, @Nullable Object> value) {

    /** What a component holds. */
    enum Kind {
        LONG,
        INT,
        BOOLEAN,
        DOUBLE,
        STRING,
        STRINGS,
        ENUM,
        CAUSE,
        JSON
    }

    private static final Map<Class<?>, Kind> KINDS =
            Map.of(
                    long.class, Kind.LONG,
                    int.class, Kind.INT,
                    boolean.class, Kind.BOOLEAN,
                    double.class, Kind.DOUBLE,
                    String.class, Kind.STRING,
                    List.class, Kind.STRINGS,
                    Cause.class, Kind.CAUSE,
                    JsonNode.class, Kind.JSON);

    private static final String EXPIRY = "expiresAt";

    /** A component of an event's record or of its span; {@code getter} reads it from the event. */
    static Component of(RecordComponent component, MethodHandle getter) {
        var kind = component.getType().isEnum() ? Kind.ENUM : KINDS.get(component.getType());
        if (kind == null) {
            throw new IllegalStateException("no log file can hold " + component);
        }
        var name = component.getName().equals("operation") ? "op" : component.getName();
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Component(
                name,
                kind,
                constants(component.getType()),
                nullable || kind == Kind.STRINGS || name.equals(EXPIRY),
                ",\"" + name + "\":",
                number(getter, kind),
                value(getter));
    }

    private static List<Enum<?>> constants(Class<?> type) {
        return type.isEnum() ? List.of((Enum<?>[]) type.getEnumConstants()) : List.of();
    }

    /**
     * Whether the component holds a whole number or a truth value, and so is read by {@link
     * #number}.
     */
    boolean isNumber() {
        return kind == Kind.LONG || kind == Kind.INT || kind == Kind.BOOLEAN;
    }

    /** Whether it is the statements of a call, which are written last. */
    boolean isStatements() {
        return kind == Kind.STRINGS;
    }

    /** Whether this is the number that a log file leaves out. */
    boolean isNever(long found) {
        return found == Long.MAX_VALUE && name.equals(EXPIRY);
    }

    /** What an event is given where its line leaves the component out. */
    @Nullable Object absent() {
        return kind == Kind.STRINGS
                ? List.of()
                : kind == Kind.LONG ? (Object) Long.MAX_VALUE : null;
    }

    /** The whole number as the component's own type. */
    Object boxed(long number) {
        return switch (kind) {
            case INT -> Math.toIntExact(number);
            case BOOLEAN -> number != 0;
            case LONG, DOUBLE, STRING, STRINGS, ENUM, CAUSE, JSON -> number;
        };
    }

    @SuppressWarnings("unchecked")
    private static ToLongFunction<Event> number(MethodHandle getter, Kind kind) {
        if (kind != Kind.LONG && kind != Kind.INT && kind != Kind.BOOLEAN) {
            return _ -> {
                throw new IllegalStateException("a " + kind + " is no number");
            };
        }
        return MethodHandleProxies.asInterfaceInstance(
                ToLongFunction.class,
                MethodHandles.explicitCastArguments(
                        getter, MethodType.methodType(long.class, Object.class)));
    }

    @SuppressWarnings("unchecked")
    private static Function<Event, @Nullable Object> value(MethodHandle getter) {
        return MethodHandleProxies.asInterfaceInstance(Function.class, getter);
    }
}
