package cachescope.engine.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a key of a simulated Redis holds; each kind keeps its values in the order in which they
 * came.
 */
sealed interface Structure {

    /** The kind, as Redis calls it. */
    String type();

    /** The values in one list, of a hash each field and its value after it. */
    List<String> parts();

    /** The bytes of a string, or how many fields, values or members there are. */
    long length();

    record Text(String value) implements Structure {
        @Override
        public String type() {
            return "string";
        }

        @Override
        public List<String> parts() {
            return List.of(value);
        }

        @Override
        public long length() {
            return Holding.bytes(value);
        }
    }

    record Hash(Map<String, String> fields) implements Structure {
        Hash() {
            this(new LinkedHashMap<>());
        }

        @Override
        public String type() {
            return "hash";
        }

        @Override
        public List<String> parts() {
            var parts = new ArrayList<String>();
            fields.forEach((field, value) -> parts.addAll(List.of(field, value)));
            return parts;
        }

        @Override
        public long length() {
            return fields.size();
        }
    }

    record Sequence(Deque<String> values) implements Structure {
        Sequence() {
            this(new ArrayDeque<>());
        }

        @Override
        public String type() {
            return "list";
        }

        @Override
        public List<String> parts() {
            return List.copyOf(values);
        }

        @Override
        public long length() {
            return values.size();
        }
    }

    record Members(Set<String> members) implements Structure {
        Members() {
            this(new LinkedHashSet<>());
        }

        @Override
        public String type() {
            return "set";
        }

        @Override
        public List<String> parts() {
            return List.copyOf(members);
        }

        @Override
        public long length() {
            return members.size();
        }
    }
}
