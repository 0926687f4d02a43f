package cachescope.engine.sizing;

import java.util.Arrays;

/**
 * Numbered keys by how recently they were used, with the weights of those above each: a Fenwick
 * tree (Fenwick 1994) over the times of last uses, as Bennett and Kruskal (1975) have it, in which
 * times are counted anew whenever they run out. A use takes the logarithm of the number of keys.
 */
final class RecencyStack {
    private static final int FIRST_LENGTH = 1 << 12;

    /** Sums of weights; index 0 is not used. */
    private long[] tree = new long[FIRST_LENGTH + 1];

    /** The key that was used at a time, if it was not used again. */
    private int[] keyAt = new int[FIRST_LENGTH + 1];

    /** When a key was last used, 0 for never. */
    private int[] last = new int[FIRST_LENGTH];

    private int[] weightOf = new int[0];
    private int time;
    private int keys;
    private long weight;

    /**
     * Uses a key, which weighs so much from now on; returns the weight of all keys that were used
     * since its last use, its own included, or 0 if this is its first.
     */
    long use(int key, int itsWeight) {
        if (time == tree.length - 1) {
            countAnew();
        }
        if (key >= last.length) {
            last = Arrays.copyOf(last, Math.max(key + 1, last.length + (last.length >> 1)));
        }
        long distance = 0;
        int before = last[key];
        if (before != 0) {
            int earlier = weightOf(key);
            distance = weight - sumBelow(before) - earlier + itsWeight;
            add(before, -earlier);
            weight -= earlier;
        } else {
            keys++;
        }
        time++;
        last[key] = time;
        keyAt[time] = key;
        setWeight(key, itsWeight);
        add(time, itsWeight);
        weight += itsWeight;
        return distance;
    }

    /** The weight of all. */
    long weight() {
        return weight;
    }

    /** The same order with new numbers for the keys that stay. */
    RecencyStack kept(int[] kept) {
        var newNumber = new int[last.length];
        for (int number = 0; number < kept.length; number++) {
            newNumber[kept[number]] = number + 1;
        }
        var stack = new RecencyStack();
        for (int at = 1; at <= time; at++) {
            int key = keyAt[at];
            if (last[key] == at && newNumber[key] > 0) {
                stack.use(newNumber[key] - 1, weightOf(key));
            }
        }
        return stack;
    }

    private int weightOf(int key) {
        return key < weightOf.length ? weightOf[key] : 1;
    }

    private void setWeight(int key, int itsWeight) {
        if (key >= weightOf.length) {
            if (itsWeight == 1) {
                return;
            }
            int length = weightOf.length;
            weightOf = Arrays.copyOf(weightOf, Math.max(key + 1, length + (length >> 1)));
            Arrays.fill(weightOf, length, weightOf.length, 1);
        }
        weightOf[key] = itsWeight;
    }

    /** Gives the keys the times from 1 on, in their order, and room for as many again. */
    private void countAnew() {
        int count = 0;
        for (int at = 1; at <= time; at++) {
            int key = keyAt[at];
            if (last[key] == at) {
                count++;
                last[key] = count;
                keyAt[count] = key;
            }
        }
        time = count;
        if (keys > (tree.length - 1) / 4 * 3) {
            int length = Math.multiplyExact(tree.length - 1, 2) + 1;
            keyAt = Arrays.copyOf(keyAt, length);
            tree = new long[0];
            tree = new long[length];
        } else {
            Arrays.fill(tree, 0);
        }
        for (int at = 1; at < tree.length; at++) {
            tree[at] += at <= time ? weightOf(keyAt[at]) : 0;
            int parent = at + (at & -at);
            if (parent < tree.length) {
                tree[parent] += tree[at];
            }
        }
    }

    private long sumBelow(int at) {
        long sum = 0;
        for (int index = at - 1; index > 0; index -= index & -index) {
            sum += tree[index];
        }
        return sum;
    }

    private void add(int at, int more) {
        for (int index = at; index < tree.length; index += index & -index) {
            tree[index] += more;
        }
    }
}
