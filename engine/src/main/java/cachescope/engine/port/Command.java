package cachescope.engine.port;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A command about a key that holds one of Redis' structures. Each means what it means in Redis, and
 * but for SET has the name that it has there. Those that hold values refuse one of more than {@link
 * #VALUE_CHARACTERS_MAX} characters, and a time to live that is not positive, with {@link
 * IllegalArgumentException}.
 */
public sealed interface Command {
    /** The longest value that is taken. */
    int VALUE_CHARACTERS_MAX = 64 << 20;

    /**
     * The words of the command as they are sent, the keys as {@code name} has them in Redis. A
     * script is told by its label where its text is sent.
     */
    List<String> words(UnaryOperator<String> name);

    /** The key that it is about; the first of several. */
    String key();

    /** The structure that must be under the key if anything is; empty where any may be. */
    default String needs() {
        return "";
    }

    /** Whether it may be made twice with the effect and the answer of once. */
    default boolean isRepeatable() {
        return true;
    }

    /** Says that the key has a structure of another kind. */
    default String wrongType(UnaryOperator<String> name) {
        return "holds another structure under %s, where %s needs a %s"
                .formatted(CommandText.of(name.apply(key())), words(name).getFirst(), needs());
    }

    /** Says that the key has a string that is no number, or one that can't be added to. */
    default String noNumber(UnaryOperator<String> name) {
        return "holds no whole number that %s could add to under %s"
                .formatted(words(name).getFirst(), CommandText.of(name.apply(key())));
    }

    /** Answers with the value of a string; with nothing if there is none. */
    record Get(String key) implements Command {
        @Override
        public List<String> words(UnaryOperator<String> name) {
            return List.of("GET", name.apply(key));
        }

        @Override
        public String needs() {
            return "string";
        }
    }

    /** Sets a string for a time, whatever is there. */
    record SetString(String key, String value, Duration timeToLive) implements Command {
        public SetString {
            Limits.value(value);
            Limits.positive(timeToLive);
        }

        @Override
        public List<String> words(UnaryOperator<String> name) {
            var time = Limits.time(timeToLive);
            return List.of("SET", name.apply(key), value, time.unit(), time.amount());
        }
    }

    /** Sets a string for a time unless anything is there; answers with nothing then. */
    record SetStringIfAbsent(String key, String value, Duration timeToLive) implements Command {
        public SetStringIfAbsent {
            Limits.value(value);
            Limits.positive(timeToLive);
        }

        @Override
        public List<String> words(UnaryOperator<String> name) {
            var time = Limits.time(timeToLive);
            return List.of("SET", name.apply(key), value, time.unit(), time.amount(), "NX");
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }
    }

    /** Adds one to a string that is a whole number, 0 where there is none; answers with the sum. */
    record Incr(String key) implements Command {
        @Override
        public List<String> words(UnaryOperator<String> name) {
            return List.of("INCR", name.apply(key));
        }

        @Override
        public String needs() {
            return "string";
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }
    }

    /** Sets fields of a hash, which is made where there is none and then never expires. */
    record HSet(String key, Map<String, String> fields) implements Command {
        public HSet {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            Limits.some(fields.values(), "A hash", "field");
            fields.keySet().forEach(Limits::value);
        }

        @Override
        public List<String> words(UnaryOperator<String> name) {
            var words = new ArrayList<>(List.of("HSET", name.apply(key)));
            fields.forEach((field, value) -> words.addAll(List.of(field, value)));
            return words;
        }

        @Override
        public String needs() {
            return "hash";
        }
    }

    /**
     * Sets one field of a hash if that is there; answers with 1, else with 0. Redis has no such
     * command: a script does it in one step.
     */
    record HSetIfPresent(String key, String field, String value) implements Command {
        /** By what name the script is told. */
        public static final String SCRIPT = "hset-if-present";

        public HSetIfPresent {
            Limits.value(field);
            Limits.value(value);
        }

        @Override
        public List<String> words(UnaryOperator<String> name) {
            return List.of("EVAL", SCRIPT, "1", name.apply(key), field, value);
        }

        @Override
        public String needs() {
            return "hash";
        }
    }

    /** Answers with the value of one field of a hash; with nothing if there is none. */
    record HGet(String key, String field) implements Command {
        @Override
        public List<String> words(UnaryOperator<String> name) {
            return List.of("HGET", name.apply(key), field);
        }

        @Override
        public String needs() {
            return "hash";
        }
    }

    /** Answers with each field of a hash and its value after it. */
    record HGetAll(String key) implements Command {
        @Override
        public List<String> words(UnaryOperator<String> name) {
            return List.of("HGETALL", name.apply(key));
        }

        @Override
        public String needs() {
            return "hash";
        }
    }

    /** Puts values before the first of a list, one after another; answers with its length. */
    record LPush(String key, List<String> values) implements Command {
        public LPush {
            values = List.copyOf(values);
            Limits.some(values, "A push", "value");
        }

        @Override
        public List<String> words(UnaryOperator<String> name) {
            return Limits.joined("LPUSH", name.apply(key), values);
        }

        @Override
        public String needs() {
            return "list";
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }
    }

    /** Keeps so many values of a list, counted from the first. */
    record LTrim(String key, int length) implements Command {
        public LTrim {
            Limits.count(length);
        }

        @Override
        public List<String> words(UnaryOperator<String> name) {
            return List.of("LTRIM", name.apply(key), "0", Integer.toString(length - 1));
        }

        @Override
        public String needs() {
            return "list";
        }
    }

    /** Answers with the first values of a list, at most so many. */
    record LRange(String key, int count) implements Command {
        public LRange {
            Limits.count(count);
        }

        @Override
        public List<String> words(UnaryOperator<String> name) {
            return List.of("LRANGE", name.apply(key), "0", Integer.toString(count - 1));
        }

        @Override
        public String needs() {
            return "list";
        }
    }

    /** Adds members to a set; answers with how many are new. */
    record SAdd(String key, List<String> members) implements Command {
        public SAdd {
            members = List.copyOf(members);
            Limits.some(members, "An addition to a set", "member");
        }

        @Override
        public List<String> words(UnaryOperator<String> name) {
            return Limits.joined("SADD", name.apply(key), members);
        }

        @Override
        public String needs() {
            return "set";
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }
    }

    /** Answers with the members of a set, in no particular order. */
    record SMembers(String key) implements Command {
        @Override
        public List<String> words(UnaryOperator<String> name) {
            return List.of("SMEMBERS", name.apply(key));
        }

        @Override
        public String needs() {
            return "set";
        }
    }

    /** Answers with what is a member of all sets, in no particular order. */
    record SInter(List<String> keys) implements Command {
        public SInter {
            keys = List.copyOf(keys);
            Limits.some(keys, "An intersection", "set");
        }

        @Override
        public String key() {
            return keys.getFirst();
        }

        @Override
        public List<String> words(UnaryOperator<String> name) {
            return Limits.joined(
                    "SINTER", name.apply(key()), keys.stream().skip(1).map(name).toList());
        }

        @Override
        public String needs() {
            return "set";
        }

        @Override
        public String wrongType(UnaryOperator<String> name) {
            return "holds another structure under one of %s, where SINTER needs sets"
                    .formatted(String.join(", ", words(name).subList(1, keys.size() + 1)));
        }
    }

    /** Lets a key live for a time from now on; answers with 1, or with 0 if there is none. */
    record Expire(String key, Duration timeToLive) implements Command {
        public Expire {
            Limits.positive(timeToLive);
        }

        @Override
        public List<String> words(UnaryOperator<String> name) {
            var time = Limits.time(timeToLive);
            var verb = time.isWhole() ? "EXPIRE" : "PEXPIRE";
            return List.of(verb, name.apply(key), time.amount());
        }
    }

    /** Removes keys, whatever they hold; answers with how many there were. */
    record Del(List<String> keys) implements Command {
        public Del {
            keys = List.copyOf(keys);
            Limits.some(keys, "A removal", "key");
        }

        /** Removes one key. */
        public Del(String key) {
            this(List.of(key));
        }

        @Override
        public String key() {
            return keys.getFirst();
        }

        @Override
        public List<String> words(UnaryOperator<String> name) {
            return Limits.joined(
                    "DEL", name.apply(key()), keys.stream().skip(1).map(name).toList());
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }
    }
}
