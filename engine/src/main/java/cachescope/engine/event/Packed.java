package cachescope.engine.event;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The small forms that a block of events is packed in: whole numbers as differences from the last
 * one of the same place, seven bits a byte with the sign in the lowest bit; strings once, later by
 * their number.
 */
final class Packed {
    private Packed() {}

    /** Packs values into bytes. */
    static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        private final Map<String, Integer> strings = new HashMap<>();
        private final long[][] last = new long[EventType.count()][];

        void small(int number) {
            unsigned(number);
        }

        void difference(EventType type, int place, long number) {
            var numbers = lastOf(last, type);
            long difference = number - numbers[place];
            numbers[place] = number;
            unsigned((difference << 1) ^ (difference >> 63));
        }

        void string(String text) {
            var known = strings.get(text);
            if (known != null) {
                unsigned(known + 1);
                return;
            }
            unsigned(0);
            strings.put(text, strings.size());
            unsigned(text.length());
            for (int i = 0; i < text.length(); i++) {
                unsigned(text.charAt(i));
            }
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private void unsigned(long number) {
            long rest = number;
            while ((rest & ~0x7fL) != 0) {
                out.write((int) ((rest & 0x7f) | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }

    /** Unpacks what a writer has packed. */
    static final class Reader {
        private final byte[] bytes;
        private final List<String> strings = new ArrayList<>();
        private final long[][] last = new long[EventType.count()][];
        private int place;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        int small() {
            return (int) unsigned();
        }

        long difference(EventType type, int component) {
            var numbers = lastOf(last, type);
            long packed = unsigned();
            numbers[component] += (packed >>> 1) ^ -(packed & 1);
            return numbers[component];
        }

        boolean hasMore() {
            return place < bytes.length;
        }

        String string() {
            int known = small();
            if (known > 0) {
                return strings.get(known - 1);
            }
            var characters = new char[small()];
            for (int i = 0; i < characters.length; i++) {
                characters[i] = (char) unsigned();
            }
            var text = new String(characters);
            strings.add(text);
            return text;
        }

        private long unsigned() {
            long number = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[place++];
                number |= (next & 0x7fL) << shift;
                if (next >= 0) {
                    return number;
                }
            }
        }
    }

    private static long[] lastOf(long[][] last, EventType type) {
        var numbers = last[type.number()];
        if (numbers == null) {
            numbers = new long[type.components().size()];
            last[type.number()] = numbers;
        }
        return numbers;
    }
}
