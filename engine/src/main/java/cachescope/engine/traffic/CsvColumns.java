package cachescope.engine.traffic;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which column of a csv file holds what, by numbers that count from 0. There is always one for the
 * key.
 */
public record CsvColumns(Map<CsvColumn, Integer> numbers) {

    public CsvColumns {
        if (!numbers.containsKey(CsvColumn.KEY)) {
            throw new IllegalArgumentException("columns: expected one for the key, as in key=0");
        }
        numbers = Collections.unmodifiableMap(new EnumMap<>(numbers));
    }

    /**
     * Reads what {@code --columns} says, such as {@code at=0,key=2}. The names are those of a
     * header: at, time or timestamp, op, key, size, client, ttl.
     *
     * @throws IllegalArgumentException with a sentence that names the part that is wrong
     */
    public static CsvColumns parse(String text) {
        var numbers = new EnumMap<CsvColumn, Integer>(CsvColumn.class);
        for (var part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            var column =
                    equals < 0
                            ? Optional.<CsvColumn>empty()
                            : CsvColumn.named(part.substring(0, equals));
            if (column.isEmpty() || !part.substring(equals + 1).matches("\\d{1,4}")) {
                throw new IllegalArgumentException(
                        "columns: expected names (at, time, op, key, size, client, ttl) and"
                                + " numbers, such as at=0,key=2, found \""
                                + part
                                + "\"");
            }
            if (numbers.put(column.get(), Integer.valueOf(part.substring(equals + 1))) != null) {
                throw new IllegalArgumentException(
                        "columns: expected each name once, found \"" + part + "\" again");
            }
        }
        return new CsvColumns(numbers);
    }

    /**
     * The columns that a header line names, if one of them is the key's; names it does not know are
     * passed over.
     */
    static Optional<CsvColumns> inHeader(List<String> header) {
        var numbers = new EnumMap<CsvColumn, Integer>(CsvColumn.class);
        for (int number = 0; number < header.size(); number++) {
            int present = number;
            CsvColumn.named(header.get(number))
                    .ifPresent(column -> numbers.putIfAbsent(column, present));
        }
        return numbers.containsKey(CsvColumn.KEY)
                ? Optional.of(new CsvColumns(numbers))
                : Optional.empty();
    }

    /** The number of a column, if there is such a column. */
    OptionalInt number(CsvColumn column) {
        var number = numbers.get(column);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** How many fields a line has at least. */
    int fieldsNeeded() {
        return Collections.max(numbers.values()) + 1;
    }
}
